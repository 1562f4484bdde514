import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { openResults } from '../../../scenarios/results/directory.ts';
import { run, scenarios } from '../experiment/small-experiment.ts';
import { capture, forlop, printed } from './captured.ts';

const room = mkdtempSync(join(tmpdir(), 'forlop-rerun-test-'));
const result = join(room, 'result');
/** A place of our own, which lies in a file that names another by a path beside it. */
const place = join(room, 'town', 'ours.yaml');
const files = {
  [place]: 'place: ours\nlabel: { en: Ours, nb: Vår }\nextends: ./parent.yaml\nparameters: { town.adults: 9000 }\n',
  [join(room, 'town', 'parent.yaml')]: `place: parent
label: { en: Parent, nb: Forelder }
extends: standard-catchment
municipalities:
  - { number: "1", kind: medium }
  - { number: "2", kind: small }
focus: ["1"]
stay_units: [1]
`,
};

capture();

beforeAll(async () => {
  mkdirSync(join(room, 'town'));
  for (const [file, text] of Object.entries(files)) writeFileSync(file, text);
  vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const set = '--set follow_up.caseload=15 --replications 3 --years 2 --history 1 --seed 5 --every quarter --events';
  expect(
    await forlop(`compare ${place} +framework +framework ${set} --municipalities all --workers 1 --out ${result}`),
  ).toBe(0);
  // from here on the result must do without
  rmSync(join(room, 'town'), { recursive: true });
}, 120_000);
afterAll(() => rmSync(room, { recursive: true, force: true }));

/** A copy of the result with something changed by hand. */
function changed(name: string, change: (directory: string) => void): string {
  const copy = join(room, name);
  cpSync(result, copy, { recursive: true });
  change(copy);
  return copy;
}

function edit(file: string, from: string | RegExp, to: string): (directory: string) => void {
  return (directory) => {
    const path = join(directory, file);
    const before = readFileSync(path, 'utf8');
    const after = before.replace(from, to);
    expect(after).not.toBe(before);
    writeFileSync(path, after);
  };
}

const leftovers = () => readdirSync(tmpdir()).filter((name) => /^forlop-rerun-(?!test-)/.test(name));

describe('a run is repeated from its own directory', () => {
  test('and is identical, without the files it was made from', async () => {
    const before = leftovers();
    expect(await forlop(`rerun ${result} --workers 1`)).toBe(0);
    const said = printed.out.replace(/\s+/g, ' ');
    expect(said).toContain(`identical: all ${readdirSync(result).length} files of ${result}`);
    expect(printed.out).not.toContain('Not as it was');
    expect(leftovers()).toEqual(before);
  }, 60_000);

  test('in bokmål where asked', async () => {
    expect(await forlop(`rerun ${result} --workers 1 --lang nb`)).toBe(0);
    expect(printed.out).toMatch(/^identisk: alle \d+ filer/m);
  }, 60_000);

  test('and a digit changed by hand is named by file, line and column, with both values and the row', async () => {
    const lines = readFileSync(join(result, 'summary.csv'), 'utf8').split('\n');
    const at = lines.findIndex((line, i) => i > 50 && /,\d+\.\d+,/.test(line));
    const cells = lines[at].split(',');
    const value = cells[6];
    const wrong = `${value.slice(0, -1)}${(Number(value.slice(-1)) + 1) % 10}`;
    const directory = changed('digit', edit('summary.csv', lines[at], cells.with(6, wrong).join(',')));
    expect(await forlop(`rerun ${directory} --workers 1`)).toBe(1);
    const said = printed.out.replace(/\s+/g, ' ');
    expect(said).toContain(`summary.csv, line ${at + 1}, column value: ${wrong} there, ${value} now.`);
    expect(said).toContain(`The row begins ${cells.slice(0, 6).join(', ')}.`);
    expect(said).toMatch(/different: 1 of \d+ files \(summary\.csv\)/);
  }, 60_000);

  test('and a file that is missing, or is no file of this run, is named', async () => {
    const missing = changed('missing', (directory) => rmSync(join(directory, 'hinges.csv')));
    expect(await forlop(`rerun ${missing} --workers 1`)).toBe(1);
    expect(printed.out).toContain('hinges.csv is missing.');
    printed.out = '';
    const without = changed('surplus', edit('run.json', '"events": true', '"events": false'));
    expect(await forlop(`rerun ${without} --workers 1`)).toBe(1);
    expect(printed.out).toContain('events.csv is there, and is not made by this run.');
  }, 60_000);

  test('and what run.json says of the run is compared too, but no times', async () => {
    const counted = changed('counted', edit('run.json', /"middle": \d+/, '"middle": 99'));
    expect(await forlop(`rerun ${counted} --workers 1`)).toBe(1);
    expect(printed.out).toMatch(/run\.json, middle: 99 there, \d now\./);
    printed.out = '';
    const timed = changed('timed', edit('run.json', /"wall_seconds": [\d.]+/, '"wall_seconds": 1e9'));
    expect(await forlop(`rerun ${timed} --workers 1`)).toBe(0);
  }, 60_000);

  test('and what was otherwise then is said first, and is no difference by itself', async () => {
    const other = changed('other', (directory) => {
      edit('run.json', /"self_test": "\w+"/, '"self_test": "0123456789abcdef"')(directory);
      edit('run.json', /"node": "[\d.]+"/, '"node": "99.1.0"')(directory);
      edit('run.json', /"version": "0\.1\.0"/, '"version": "0.0.9"')(directory);
      edit('datapackage.json', /"version": "0\.1\.0"/, '"version": "0.0.9"')(directory);
    });
    expect(await forlop(`rerun ${other} --workers 1`)).toBe(0);
    const said = printed.out.replace(/\s+/g, ' ');
    expect(said).toContain(`Not as it was: Node ${process.versions.node}, then 99.1.0.`);
    expect(said).toContain('Not as it was: Forløp 0.1.0, then 0.0.9.');
    expect(said).toContain('gave 0123456789abcdef then');
    expect(said.indexOf('Not as it was')).toBeLessThan(said.indexOf('identical'));
  }, 60_000);

  test('and numbers that have changed since are said, and then where they show', async () => {
    const numbers = changed('numbers', edit('run.json', 'town.adults: 9000', 'town.adults: 9100'));
    expect(await forlop(`rerun ${numbers} --workers 1`)).toBe(1);
    expect(printed.out.replace(/\s+/g, ' ')).toContain('Not as it was: the numbers behind ours+framework#2.');
    expect(printed.out).toMatch(/queues\.csv, line \d+, column length/);
  }, 60_000);

  test('as far as it came when it was interrupted', async () => {
    const directory = join(room, 'interrupted');
    const stop = new AbortController();
    const progress = (done: number) => {
      if (done === 2) stop.abort();
    };
    const names = ['small'];
    const inputs = { scenarios: names, sets: [], files: {} };
    const asked = { scenarios: scenarios(names), base: null, replications: 9, signal: stop.signal, progress, inputs };
    await run([], asked, openResults(directory, { force: false }));
    expect(await forlop(`rerun ${directory} --workers 1`)).toBe(0);
    expect(printed.out).toContain('the 2 of 9 futures that are there');
    expect(printed.out).toContain('identical');
  }, 60_000);
});

describe('Ctrl-C', () => {
  test('ends it with code 130, nothing compared and nothing left behind', async () => {
    const before = leftovers();
    const rerun = forlop(`rerun ${result} --workers 1`);
    process.emit('SIGINT');
    expect(await rerun).toBe(130);
    expect(printed.err).toContain('Stopping; nothing will be compared.');
    expect(printed.out).not.toContain('identical');
    expect(leftovers()).toEqual(before);
  }, 60_000);
});

describe('a directory that cannot be repeated ends with code 2 and one message', () => {
  const empty = join(room, 'empty');
  const cases: [string, () => string, RegExp][] = [
    [
      'no directory',
      () => join(room, 'nowhere'),
      /nowhere: there is no run\.json; expected the directory of a result$/,
    ],
    ['another directory', () => mkdtempSync(empty), /there is no run\.json/],
    ['a file', () => join(result, 'run.json'), /is a file; expected a result directory$/],
    ['no JSON', () => changed('broken', edit('run.json', '{', '{{')), /run\.json is no JSON$/],
    [
      'a field that is wrong',
      () => changed('wrong', edit('run.json', '"seed": 5', '"seed": "five"')),
      /run\.json: seed: not as a run/,
    ],
    [
      'a list that is wrong',
      () => changed('list', edit('run.json', '"set": [', '"sets": [')),
      /run\.json: inputs\.set: not as/,
    ],
    ['no inputs', () => changed('old', edit('run.json', '"inputs"', '"outputs"')), /run\.json: inputs: missing;/],
    [
      'a place that is no more',
      () => changed('gone', edit('run.json', /"\S+parent\.yaml":/, '"other":')),
      /ours\.yaml:3:1: extends: there is no place called/,
    ],
  ];
  test.each(cases)('%s', async (_, directory, message) => {
    expect(await forlop(`rerun ${directory()} --workers 1`)).toBe(2);
    expect(printed.err.trim().split('\n')).toHaveLength(1);
    expect(printed.err.trim()).toMatch(message);
    expect(printed.out).toBe('');
  });
});
