import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Findings } from '../../../scenarios/experiment/findings.ts';
import { openResults } from '../../../scenarios/results/directory.ts';
import { files } from '../../../scenarios/results/files.ts';
import { buildWorker } from '../experiment/built-worker.ts';
import { run, usual } from '../experiment/small-experiment.ts';
import { content, json, newDirectory, rows, text } from './result-directory.ts';

/** As promised to those who read the files. */
const columns: Record<string, string> = {
  queues: 'scenario, replication, date, day, municipality, kind, queue, length',
  bands: 'scenario, base, date, day, municipality, kind, queue, mean, p05, p25, p50, p75, p95',
  flows: 'scenario, replication, year, municipality, from, to, cause, persons',
  capacity: 'scenario, replication, date, day, municipality, resource, funding, funded, staffed, in_use',
  waits: 'scenario, municipality, queue, days_from, days_to, served, gave_up, still_waiting',
  summary: 'scenario, replication, period, municipality, group, measure, value, count, unit',
  estimates: 'scenario, period, municipality, group, measure, mean, sd, ci_low, ci_high, n, unit',
  comparison:
    'base, scenario, period, municipality, group, measure, mean_difference, sd, ci_low, ci_high, n, share_better, verdict, unit',
  hinges: 'base, scenario, period, municipality, measure, path, share, turns_at, value, low, high',
  breakeven:
    'base, low, high, period, municipality, measure, low_value, high_value, breakeven, ci_low, ci_high, reason',
  draws: 'replication, municipality, path, value',
  parameters: 'scenario, path, value, unit, low, high, source, confidence',
  events: 'scenario, replication, person, municipality, group, time, from, to, cause',
  middle: 'scenario, replication, person, municipality, group, time, from, to, cause',
};

const parent = newDirectory();
const out = join(parent, 'result');
let findings: Findings;
beforeAll(async () => {
  findings = await run(usual, { replications: 5, events: true }, openResults(out, { force: false }));
}, 120_000);

describe('a result directory', () => {
  test('has the files and columns that are promised', () => {
    const expected = [...Object.keys(columns).map((name) => `${name}.csv`), 'datapackage.json', 'run.json'];
    expect(readdirSync(out).sort()).toEqual(expected.sort());
    for (const [name, list] of Object.entries(columns)) {
      expect(text(out, `${name}.csv`).split('\n', 1)[0], name).toBe(list.replaceAll(', ', ','));
    }
  });

  test('leaves nothing beside it', () => {
    expect(readdirSync(parent)).toEqual(['result']);
  });

  test('has LF line ends, a last one too, and no empty line', () => {
    for (const name of Object.keys(columns)) {
      const file = text(out, `${name}.csv`);
      expect(file.includes('\r'), name).toBe(false);
      expect(file.endsWith('\n'), name).toBe(true);
      expect(file.includes('\n\n'), name).toBe(false);
    }
  });

  test('gives numbers that read back to the same doubles', () => {
    const read = rows(out, 'estimates.csv');
    expect(read.length).toBe(findings.estimates.length);
    const number = (cell: string) => (cell === '' ? null : Number(cell));
    read.forEach((row, i) => {
      const { mean, sd, ciLow, ciHigh, n } = findings.estimates[i];
      expect([row.mean, row.sd, row.ci_low, row.ci_high, row.n].map(number)).toEqual([mean, sd, ciLow, ciHigh, n]);
    });
  });

  test('has no text that is no number where a number belongs', () => {
    for (const [name, { fields }] of Object.entries(files)) {
      const numeric = fields.filter(({ type }) => type === 'number' || type === 'integer').map((field) => field.name);
      for (const row of rows(out, `${name}.csv`)) {
        for (const column of numeric) {
          if (row[column] !== '' && !Number.isFinite(Number(row[column])))
            throw new Error(`${name}: ${column} is ${row[column]}`);
        }
      }
    }
  });

  test('has queues whose positions add up to the flows of persons into the model and out of it', () => {
    const isPlace = (row: Record<string, string>) =>
      row.scenario === 'tiny' && row.replication === '2' && row.municipality === 'provider';
    const present = rows(out, 'queues.csv')
      .filter((row) => isPlace(row) && row.kind === 'position' && row.date === '2029-01-01')
      .reduce((sum, row) => sum + Number(row.length), 0);
    const gone = new Set(['stable', 'dead', 'gone']);
    const net = rows(out, 'flows.csv')
      .filter(isPlace)
      .reduce(
        (sum, row) => sum + (row.from === '' ? Number(row.persons) : 0) - (gone.has(row.to) ? Number(row.persons) : 0),
        0,
      );
    expect(net).toBe(present);
    expect(present).toBeGreaterThan(100);
  });

  test('has bands monthly: levels of all scenarios, then differences to the base', () => {
    const bands = rows(out, 'bands.csv');
    expect(new Set(bands.map((row) => row.date)).size).toBe(37);
    const firstDifference = bands.findIndex((row) => row.base !== '');
    expect(bands.slice(firstDifference).every((row) => row.base === 'tiny')).toBe(true);
    expect(new Set(bands.slice(0, firstDifference).map((row) => row.scenario)).size).toBe(4);
    expect(new Set(bands.slice(firstDifference).map((row) => row.scenario)).size).toBe(3);
    for (const row of bands.slice(firstDifference)) if (Number(row.day) <= 0) expect(row.mean).toBe('0');
  });

  test('has every event that was counted, each once', async () => {
    const where = join(newDirectory(), 'result');
    const { events } = await run(
      ['tiny'],
      { base: null, replications: 2, events: true },
      openResults(where, { force: false }),
    );
    expect(rows(where, 'events.csv').length).toBe(events);
    expect(events).toBeGreaterThan(1_000);
  }, 60_000);

  test('has the middle future: one replication, persons of the municipality in focus, the same past', () => {
    const middle = rows(out, 'middle.csv');
    expect(new Set(middle.map((row) => row.replication))).toEqual(new Set([String(findings.middle)]));
    expect(new Set(middle.map((row) => row.municipality))).toEqual(new Set(['1']));
    expect(new Set(middle.map((row) => row.scenario))).toEqual(new Set(usual));
    const events = rows(out, 'events.csv').filter(
      (row) => row.replication === String(findings.middle) && row.municipality === '1' && row.person !== '',
    );
    expect(middle).toEqual(events);
  });

  test('has bins of waits that hold everybody who joined after the switch', () => {
    const waits = rows(out, 'waits.csv').filter(
      (row) => row.scenario === 'tiny' && row.municipality === '1' && row.queue === 'follow_up',
    );
    expect(waits.length).toBe(54);
    expect(waits[52]).toMatchObject({ days_from: '364', days_to: '730' });
    expect(waits[53]).toMatchObject({ days_from: '730', days_to: '' });
    const all = waits.reduce(
      (sum, row) => sum + Number(row.served) + Number(row.gave_up) + Number(row.still_waiting),
      0,
    );
    const joined = rows(out, 'summary.csv')
      .filter(
        (row) => row.scenario === 'tiny' && row.period === 'all' && row.municipality === '1' && row.group === 'all',
      )
      .filter((row) => row.measure === 'joined_follow_up')
      .reduce((sum, row) => sum + Number(row.value) * 2, 0);
    expect(all).toBe(Math.round(joined));
  });

  test('says what made it, and only run.json holds times', () => {
    const made = json(out, 'run.json');
    expect(made).toMatchObject({
      version: '0.1.0',
      command: 'forlop compare',
      seed: 1,
      replications: 5,
      replications_asked: 5,
      complete: true,
      horizon: { switch: 2027, history: 1, years: 2 },
      node: process.versions.node,
    });
    expect(made.self_test).toMatch(/^[0-9a-f]{16}$/);
    expect(made.lock_file).toMatch(/^[0-9a-f]{64}$/);
    expect(new Set(made.scenarios.map((scenario: { arrangement: string }) => scenario.arrangement)).size).toBe(4);
    expect(Object.keys(json(out, 'datapackage.json')).sort()).toEqual([
      'name',
      'profile',
      'resources',
      'title',
      'version',
    ]);
  });

  test('is described by a data package that a validator accepts, rows included', async () => {
    const { Package } = await import('datapackage');
    const loaded = await Package.load(json(out, 'datapackage.json'), { basePath: out, strict: true });
    expect(loaded.valid).toBe(true);
    expect(loaded.resources.length).toBe(Object.keys(columns).length);
    for (const resource of loaded.resources) {
      // casts every cell to the type that is declared, and throws where it cannot
      const read = await resource.read({ limit: 2_000 });
      expect(read.length, resource.name).toBe(Math.min(2_000, rows(out, `${resource.name}.csv`).length));
    }
  }, 60_000);
});

describe('the same command', () => {
  test('gives the same bytes again, and on two threads', async () => {
    const workerFile = await buildWorker();
    const two = join(parent, 'two');
    await run(usual, { replications: 5, events: true, workers: 2, workerFile }, openResults(two, { force: false }));
    const made = content(two);
    const before = content(out);
    expect(Object.keys(made)).toEqual(Object.keys(before));
    for (const name of Object.keys(made)) expect(made[name] === before[name], name).toBe(true);
    rmSync(two, { recursive: true });
  }, 120_000);
});

describe('an earlier result', () => {
  test('is refused before any work, whatever is in the directory', () => {
    expect(() => openResults(out, { force: false })).toThrow('the directory is not empty');
  });

  test('is refused before any work inside a file', () => {
    expect(() => openResults(join(out, 'run.json', 'below', 'result'), { force: true })).toThrow('is a file');
  });

  test('is replaced by --force, and only when the new one is whole', async () => {
    const where = join(newDirectory(), 'result');
    await run(['tiny'], { base: null, replications: 1 }, openResults(where, { force: false }));
    const first = json(where, 'run.json');
    await run(['tiny'], { base: null, replications: 2, command: 'again' }, openResults(where, { force: true }));
    expect(first.command).toBe('forlop compare');
    expect(json(where, 'run.json').command).toBe('again');
    expect(existsSync(join(where, 'comparison.csv'))).toBe(false);
    expect(readdirSync(join(where, '..'))).toEqual(['result']);
  }, 60_000);

  test('is never mixed up with a directory of something else', () => {
    const where = newDirectory();
    writeFileSync(join(where, 'thesis.txt'), 'three years of work');
    expect(() => openResults(where, { force: true })).toThrow('"thesis.txt"');
  });

  test('stays as it was when a run with --force fails', async () => {
    const where = join(newDirectory(), 'result');
    await run(['tiny'], { base: null, replications: 1 }, openResults(where, { force: false }));
    const before = content(where);
    const workerFile = new URL('./no-worker.mjs', import.meta.url);
    const failing = run(
      ['tiny'],
      { base: null, replications: 2, workers: 2, workerFile },
      openResults(where, { force: true }),
    );
    await expect(failing).rejects.toThrow('replication 1 failed');
    expect(content(where)).toEqual(before);
    expect(readdirSync(join(where, '..'))).toEqual(['result']);
  }, 60_000);

  test('an empty directory is taken, a file of that name is not', async () => {
    const where = join(newDirectory(), 'result');
    mkdirSync(where);
    await run(['tiny'], { base: null, replications: 1 }, openResults(where, { force: false }));
    expect(existsSync(join(where, 'run.json'))).toBe(true);
    expect(() => openResults(join(where, 'run.json'), { force: true })).toThrow('there is a file of this name');
  }, 60_000);
});

describe('an interrupted run', () => {
  test('keeps the replications that are complete, and says how many', async () => {
    const where = join(newDirectory(), 'result');
    const stop = new AbortController();
    const progress = (done: number) => {
      if (done === 3) stop.abort();
    };
    const options = { replications: 50, signal: stop.signal, progress };
    const made = await run(usual.slice(0, 2), options, openResults(where, { force: false }));
    expect(made).toMatchObject({ complete: false, replications: 3, asked: 50 });
    expect(json(where, 'run.json')).toMatchObject({ complete: false, replications: 3, replications_asked: 50 });
    const whole = await run(usual.slice(0, 2), { replications: 3 });
    expect(made.estimates).toEqual(whole.estimates);
    expect(new Set(rows(where, 'queues.csv').map((row) => row.replication))).toEqual(new Set(['1', '2', '3']));
  }, 60_000);

  test('before the first is complete leaves nothing', async () => {
    const above = newDirectory();
    const stop = new AbortController();
    stop.abort();
    const output = openResults(join(above, 'result'), { force: false });
    await expect(run(['tiny'], { base: null, signal: stop.signal }, output)).rejects.toThrow('nothing was written');
    expect(readdirSync(above)).toEqual([]);
  });
});
