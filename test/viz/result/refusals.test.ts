import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readResult } from '../../../viz/result/read.ts';
import { Months, readSingles } from '../../../viz/result/read-series.ts';
import { ResultError } from '../../../viz/result/result-error.ts';
import type { ResultFiles } from '../../../viz/result/result-files.ts';
import { written } from './directory.ts';

const room = mkdtempSync(join(tmpdir(), 'forlop-refusals-'));
afterAll(() => rmSync(room, { recursive: true, force: true }));

/** The whole directory of a small comparison in memory. */
let whole: Record<string, string> = {};
beforeAll(async () => {
  const directory = join(room, 'result');
  await written(directory, ['tiny', 'tiny+framework:passed-on'], { replications: 2 });
  whole = Object.fromEntries(readdirSync(directory).map((name) => [name, readFileSync(join(directory, name), 'utf8')]));
}, 60_000);

/** Files in memory, read in pieces that end anywhere; `sizes` says what a file claims to hold. */
function inMemory(texts: Record<string, string>, sizes: Record<string, number> = {}, piece = 9_973): ResultFiles {
  return {
    directory: 'result',
    names: Object.keys(texts),
    size: (name) => sizes[name] ?? texts[name].length,
    text: async (name) => texts[name],
    async *chunks(name) {
      for (let from = 0; from < texts[name].length; from += piece) yield texts[name].slice(from, from + piece);
    },
  };
}

async function refusal(texts: Record<string, string>, sizes: Record<string, number> = {}): Promise<ResultError> {
  const error = await readResult(inMemory(texts, sizes)).catch((one: unknown) => one);
  expect(error).toBeInstanceOf(ResultError);
  return error as ResultError;
}

/** The directory with one file changed. */
const changed = (name: string, change: (text: string) => string) => ({ ...whole, [name]: change(whole[name]) });
const without = (name: string) => Object.fromEntries(Object.entries(whole).filter(([one]) => one !== name));

/** A cell of a row replaced; rows count from 1 after the header. */
const cell = (row: number, column: number, value: string) => (text: string) =>
  text
    .split('\n')
    .map((line, at) => {
      if (at !== row) return line;
      return line
        .split(',')
        .map((one, i) => (i === column ? value : one))
        .join(',');
    })
    .join('\n');

/** What all of them read. */
const read = ['bands', 'breakeven', 'capacity', 'comparison', 'estimates', 'flows', 'hinges', 'middle'].concat([
  'parameters',
  'queues',
  'summary',
  'waits',
]);

describe('a result read in pieces', () => {
  it('is the same wherever the pieces end', async () => {
    const [a, b] = await Promise.all([7_001, 1 << 22].map((piece) => readResult(inMemory(whole, {}, piece))));
    expect(a).toEqual(b);
  });

  it('is not read further than the last future that is shown', async () => {
    const rows = whole['queues.csv'].trimEnd().split('\n');
    const first = rows.filter((row) => row.startsWith('tiny,1,'));
    const futures = [...Array(20).keys()].flatMap((i) => first.map((row) => row.replace(',1,', `,${i + 1},`)));
    const text = [rows[0], ...futures, first[0].replace(',1,', ',21,'), 'what stands here is never read', ''].join(
      '\n',
    );
    const { scenarios, ...run } = JSON.parse(whole['run.json']);
    const days = [...new Set(first.map((row) => Number(row.split(',')[3])))];
    const { singles } = await readSingles(
      inMemory({ 'queues.csv': text }),
      { ...run, scenarios: scenarios.slice(0, 1), replications: 30, answer: undefined },
      new Months(days, 'month'),
      () => undefined,
    );
    expect(new Set(singles.map(({ replication }) => replication)).size).toBe(20);
  });
});

describe('a folder that is no result', () => {
  it('has no run.json', async () => {
    const error = await refusal({ 'holiday.jpg': '' });
    expect(error.format('en')).toBe(
      'result: there is no run.json; expected the directory of a result, as run and compare write it',
    );
    expect(error.format('nb')).toContain('ventet mappen til et resultat');
  });

  it('has a run.json that is no JSON, or of something else', async () => {
    expect((await refusal(changed('run.json', () => 'run!'))).message).toBe('run.json: no JSON, or cut off');
    expect((await refusal(changed('run.json', () => '{"name":"x"}'))).message).toBe(
      'run.json, version: missing, and Forløp writes it; expected the directory of a result',
    );
    const odd = await refusal(changed('run.json', (text) => JSON.stringify({ ...JSON.parse(text), seed: 'one' })));
    expect(odd.message).toBe(
      'run.json, seed: found "one", which Forløp does not write there; expected the directory of a result',
    );
    expect(odd.format('nb')).toBe(
      'run.json, seed: fant "one", og det skriver ikke Forløp der; ventet mappen til et resultat',
    );
    const foreign = { ...JSON.parse(whole['run.json']), base: 'someone' };
    const error = await refusal(changed('run.json', () => JSON.stringify(foreign)));
    expect(error.message).toBe('run.json, base: found “someone”; expected one of: tiny, tiny+framework:passed-on');
  });
});

describe('a file of a result', () => {
  it('that is missing is named', async () => {
    for (const name of read) {
      const error = await refusal(without(`${name}.csv`));
      expect(error.message, name).toBe(`${name}.csv: missing in result; expected all files of the result`);
    }
  });

  it('that is empty is named', async () => {
    for (const name of read) {
      expect((await refusal(changed(`${name}.csv`, () => ''))).message).toBe(
        `${name}.csv: empty; expected a line of column names`,
      );
    }
  });

  it('without one of its columns is named with the column', async () => {
    const error = await refusal(changed('flows.csv', (text) => text.replace('persons', 'people')));
    expect(error.message).toBe(
      'flows.csv, line 1: there is no column “persons”; found scenario,replication,year,municipality,from,to,cause,people',
    );
  });

  it('with a row of fewer or more cells is named with the line', async () => {
    const fewer = changed('waits.csv', (text) => text.replace(/\n([^\n]*),[^,\n]*\n/, '\n$1\n'));
    expect((await refusal(fewer)).message).toBe('waits.csv, line 2: found 7 cells; expected 8, as in the first line');
    const more = changed('bands.csv', cell(3, 0, 'tiny,tiny'));
    expect((await refusal(more)).message).toMatch(/^bands\.csv, line 4: found 14 cells; expected 13/);
  });

  it('with text where a number belongs is named with line, column and what was found', async () => {
    const error = await refusal(changed('capacity.csv', cell(5, 8, 'many')));
    expect(error.message).toBe('capacity.csv, line 6, staffed: found “many”; expected a number');
    expect(error.format('nb')).toBe('capacity.csv, linje 6, staffed: fant «many»; ventet et tall');
    expect(error).toMatchObject({ file: 'capacity.csv', line: 6, column: 'staffed', exitCode: 2 });
    for (const wrong of ['', 'NaN', 'Infinity', '1,5'.replace(',', ';')]) {
      expect((await refusal(changed('bands.csv', cell(2, 7, wrong)))).column, wrong).toBe('mean');
    }
  });

  it('with a scenario or a future that run.json does not have is named', async () => {
    expect((await refusal(changed('summary.csv', cell(9, 0, 'medium')))).message).toBe(
      'summary.csv, line 10, scenario: found “medium”; expected one of: tiny, tiny+framework:passed-on',
    );
    expect((await refusal(changed('flows.csv', cell(2, 1, '3')))).message).toBe(
      'flows.csv, line 3, replication: found “3”; expected a whole number from 1 to 2',
    );
  });

  it('that lacks whole rows is not taken for whole', async () => {
    for (const name of read.filter((one) => one !== 'hinges' && one !== 'breakeven')) {
      const error = await refusal(changed(`${name}.csv`, (text) => text.replace(/[^\n]*\n$/, '')));
      expect(error.message, name).toMatch(new RegExp(`^${name}\\.csv: found \\d+ rows; expected \\d+`));
    }
  });

  it('with a quotation mark that never closes ends with a message', async () => {
    const error = await refusal(changed('flows.csv', (text) => text.replace('\ntiny', '\n"tiny')));
    expect(error.message).toMatch(/^flows\.csv, line 2: the file ends in the middle of a row: “"tiny/);
  });

  it('that is too large is refused before it is read', async () => {
    const error = await refusal(whole, { 'flows.csv': 3.2e9 });
    expect(error.message).toMatch(/^flows\.csv: found 3200 MB; expected at most 2000\./);
  });
});

describe('what is not whole but true', () => {
  it('is an interrupted run: shown, and said', async () => {
    const run = { ...JSON.parse(whole['run.json']), complete: false, replications_asked: 100 };
    const { result, notices } = await readResult(inMemory({ ...whole, 'run.json': JSON.stringify(run) }));
    expect(result.findings).toMatchObject({ complete: false, replications: 2, asked: 100 });
    expect(notices.map(({ en }) => en)).toContain(
      'This run was interrupted: 2 of 100 futures are there, and all that is shown rests on these.',
    );
  });

  it('is a file of single futures that is too large: fewer of them, or none', async () => {
    const few = await readResult(inMemory(whole, { 'queues.csv': 800e6 }));
    expect(new Set(few.result.singles.map(({ replication }) => replication))).toEqual(new Set([1]));
    expect(few.notices.map(({ nb }) => nb)).toContain('Filen med enkeltframtider er stor: bare den første vises.');
    const none = await readResult(inMemory(whole, { 'queues.csv': 9e9 }));
    expect(none.result.singles).toEqual([]);
  });

  it('is a result of another version, with policies that this one does not have', async () => {
    const run = JSON.parse(whole['run.json']);
    run.inputs.scenarios[1] = './tiny.yaml+abolished';
    const { result, notices } = await readResult(inMemory({ ...whole, 'run.json': JSON.stringify(run) }));
    const [, other] = result.findings.scenarios;
    expect(other.policies.map(({ fullName, label }) => [fullName, label.en])).toEqual([
      ['framework:passed-on', 'Framework grant, passed on'],
    ]);
    expect(other.parameters.length).toBeGreaterThan(100);
    expect(result.findings.estimates.length).toBeGreaterThan(0);
    expect(notices[0].en).toContain('cannot be shown');
  });

  it('is one of an earlier version, without what later sentences need', async () => {
    const { answer: _, ...run } = JSON.parse(whole['run.json']);
    const { result, notices } = await readResult(inMemory({ ...whole, 'run.json': JSON.stringify(run) }));
    expect(result.findings.fates).toBeNull();
    expect(notices.map(({ en }) => en).join()).toContain('An earlier version');
  });

  it('is one of changed bundled numbers: those of the run are shown', async () => {
    const run = JSON.parse(whole['run.json']);
    run.scenarios[0].plan = '0000000000000000';
    const parameters = whole['parameters.csv'].replace(
      /^tiny,follow_up\.caseload,[\d.]+/m,
      'tiny,follow_up.caseload,77',
    );
    const { result, notices } = await readResult(
      inMemory({ ...whole, 'run.json': JSON.stringify(run), 'parameters.csv': parameters }),
    );
    const row = result.findings.scenarios[0].parameters.find(({ path }) => path === 'follow_up.caseload');
    expect(row).toMatchObject({ value: 77, label: expect.objectContaining({ en: expect.any(String) }) });
    expect(notices.map(({ en }) => en).join()).toContain('have changed since this run');
  });
});

describe('reading', () => {
  it('tells how far it has come, and ends when it is asked to', async () => {
    const shares: number[] = [];
    await readResult(inMemory(whole), { progress: ({ share }) => shares.push(share) });
    expect(shares.every((share, at) => at === 0 || share >= shares[at - 1])).toBe(true);
    expect(shares[shares.length - 1]).toBe(1);
    const stop = new AbortController();
    const reading = readResult(inMemory(whole), {
      progress: ({ file }) => file === 'flows.csv' && stop.abort(new Error('enough')),
      signal: stop.signal,
    });
    await expect(reading).rejects.toThrow('enough');
  });

  it('of any file cut off anywhere gives a message, never a crash and never other numbers', async () => {
    const { result } = await readResult(inMemory(whole));
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...read.map((name) => `${name}.csv`), 'run.json'),
        fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
        async (name, share) => {
          const texts = changed(name, (text) => text.slice(0, Math.floor(share * text.length)));
          try {
            const cut = await readResult(inMemory(texts));
            // only the very last newline is no loss
            expect(cut.result).toEqual(result);
          } catch (error) {
            expect(error).toBeInstanceOf(ResultError);
            expect((error as ResultError).file).toBe(name);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('of any cell changed to anything gives a message or a result', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('bands', 'comparison', 'estimates', 'hinges', 'breakeven', 'waits', 'parameters'),
        fc.nat(50),
        fc.nat(12),
        fc.string({ maxLength: 6 }),
        async (name, row, column, value) => {
          const texts = changed(`${name}.csv`, cell(row, column, value));
          await readResult(inMemory(texts)).catch((error: unknown) => {
            expect(error).toBeInstanceOf(ResultError);
          });
        },
      ),
      { numRuns: 25 },
    );
  });
});
