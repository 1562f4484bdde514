import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Findings } from '../../../scenarios/experiment/findings.ts';
import { askedSentences, reachSentences } from '../../../scenarios/words/asked.ts';
import { bothWays, breakEvenSentences } from '../../../scenarios/words/breakeven.ts';
import { driftSentences } from '../../../scenarios/words/drift.ts';
import { hingesUnknown } from '../../../scenarios/words/hinge.ts';
import { chainTable, yearTables } from '../../../scenarios/words/tables.ts';
import { headlineVerdicts, otherSums, verdicts } from '../../../scenarios/words/verdict.ts';
import { languages } from '../../../scenarios/words/words.ts';
import { filesOnDisk } from '../../../viz/report/on-disk.ts';
import { pack, unpack } from '../../../viz/result/pack.ts';
import { type Read, readResult } from '../../../viz/result/read.ts';
import type { Flow, Result } from '../../../viz/result/result.ts';
import { written } from './directory.ts';

const names = ['tiny', 'tiny+framework:passed-on', 'tiny+framework:held-back', 'tiny+purchaser-provider:plug'];
const room = mkdtempSync(join(tmpdir(), 'forlop-read-'));
afterAll(() => rmSync(room, { recursive: true, force: true }));

/** All that is said of findings in both languages. */
function said(findings: Findings) {
  return languages.map((lang) => ({
    asked: askedSentences(findings, lang),
    reach: reachSentences(findings, lang),
    breakeven: breakEvenSentences(findings, lang),
    sums: otherSums(findings, lang),
    unknown: hingesUnknown(findings, lang),
    verdicts: verdicts(findings, lang),
    bothWays: bothWays(findings, lang),
    years: yearTables(findings, lang),
    chain: chainTable(findings, lang),
    drift: driftSentences(findings, lang),
  }));
}

/**
 * The first place where two values differ by more than rounding (what was divided and multiplied again differs in the last
 * digits); null: nowhere.
 */
function apart(a: unknown, b: unknown, path = ''): string | null {
  if (typeof a === 'number' && typeof b === 'number') {
    const near = Math.abs(a - b) <= 1e-12 * Math.max(1, Math.abs(a), Math.abs(b));
    return near || Object.is(a, b) ? null : `${path}: ${a} and ${b}`;
  }
  if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object') {
    return a === b ? null : `${path}: ${String(a)} and ${String(b)}`;
  }
  for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
    const found = apart((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key], `${path}.${key}`);
    if (found !== null) return found;
  }
  return null;
}

const byKey = (flows: readonly Flow[]) =>
  flows
    .map((flow) => ({
      ...flow,
      key: [flow.scenario, flow.year, flow.municipality, flow.from, flow.to, flow.cause].join(),
    }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));

describe('a comparison of both ways of the council, written and read back', () => {
  const directory = join(room, 'compared');
  let kept: Result;
  let read: Read;
  beforeAll(async () => {
    // enough for hinges
    kept = await written(directory, names, { replications: 60 });
    read = await readResult(filesOnDisk(directory));
  }, 180_000);

  it('says the same as the terminal in both languages, sentence by sentence and cell by cell', () => {
    const [en] = said(kept.findings);
    expect(en.verdicts.length).toBeGreaterThan(10);
    expect(en.breakeven.length).toBeGreaterThan(3);
    expect(kept.findings.hinges.length).toBeGreaterThan(0);
    expect(said(read.result.findings)).toEqual(said(kept.findings));
    expect(read.notices).toEqual([]);
  });

  it('has the same rows behind the sentences, their futures and intervals included', () => {
    const { findings } = read.result;
    for (const rows of ['estimates', 'comparisons', 'hinges', 'breakeven', 'fates', 'series'] as const) {
      expect(apart(findings[rows], kept.findings[rows]), rows).toBeNull();
    }
    expect(headlineVerdicts(findings).verdicts.map(({ row }) => row.dots20)).toEqual(
      headlineVerdicts(kept.findings).verdicts.map(({ row }) => row.dots20),
    );
  });

  it('has the same scenarios, with every parameter', () => {
    const plain = (result: Result) => JSON.parse(pack(result)).findings.scenarios;
    expect(plain(read.result)).toEqual(plain(kept));
    expect(read.result.findings.base?.name).toBe('tiny');
  });

  it('has the same bands, waits and middle future to the last digit', () => {
    expect(read.result.days).toEqual(kept.days);
    expect(read.result.bands).toEqual(kept.bands);
    expect(read.result.waits).toEqual(kept.waits);
    expect(read.result.middle).toEqual(kept.middle);
  });

  it('has the same flows and the same capacity, to 12 digits', () => {
    expect(apart(byKey(read.result.flows), byKey(kept.flows))).toBeNull();
    expect(apart(read.result.capacity, kept.capacity)).toBeNull();
  });

  it('has the first 20 futures one by one', () => {
    expect(read.result.singles).toEqual(kept.singles);
    expect(Math.max(...read.result.singles.map(({ replication }) => replication))).toBe(20);
  });

  it('is packed and unpacked without loss', () => {
    const again = unpack(pack(read.result));
    expect(said(again.findings)).toEqual(said(kept.findings));
    expect(again.capacity).toEqual(read.result.capacity);
  });
});

describe('a run without a base', () => {
  it('has levels and no differences', async () => {
    const directory = join(room, 'alone');
    const kept = await written(directory, ['tiny'], { base: null, replications: 2 });
    const { result } = await readResult(filesOnDisk(directory));
    expect(result.findings.base).toBeNull();
    expect(result.findings.comparisons).toEqual([]);
    expect(apart(result.findings.estimates, kept.findings.estimates)).toBeNull();
    expect(said(result.findings)).toEqual(said(kept.findings));
  });
});

describe('other dates than the first of each month', () => {
  it('leave the last known value in months of which the files say nothing, and say so', async () => {
    const directory = join(room, 'quarters');
    const kept = await written(directory, ['tiny'], { base: null, replications: 2, every: 'quarter' });
    const { result, notices } = await readResult(filesOnDisk(directory));
    expect(result.bands).toEqual(kept.bands);
    const quarter = (month: number) => month - (month % 3);
    result.capacity.forEach((line, at) => {
      line.staffed.forEach((value, month) => {
        expect(value).toBeCloseTo(kept.capacity[at].staffed[quarter(month)], 12);
      });
    });
    result.singles.forEach(({ lengths }, at) => {
      expect(lengths).toEqual(lengths.map((_, month) => kept.singles[at].lengths[quarter(month)]));
    });
    expect(notices.map(({ en }) => en).join()).toContain('the last known value stands');
  });

  it('are the week that has begun where the files have weeks', async () => {
    const directory = join(room, 'weeks');
    await written(directory, ['tiny'], { base: null, replications: 1, every: 'week' });
    const { result, notices } = await readResult(filesOnDisk(directory));
    const { municipality, queue, lengths } = result.singles[0];
    const rows = readFileSync(join(directory, 'queues.csv'), 'utf8').split('\n');
    result.days.forEach((day, month) => {
      // the first day of all lies before the first whole week
      const week = Math.max(Math.floor(day / 7), Math.ceil(result.days[0] / 7)) * 7;
      const row = rows.find((one) => one.includes(`,${week},${municipality},waiting,${queue},`)) ?? '';
      expect(lengths[month], `day ${day}`).toBe(Number(row.split(',')[7]));
    });
    expect(notices.map(({ en }) => en).join()).toContain('week');
  });
});

describe('futures without a draw', () => {
  it('say that parameters stay at their values', async () => {
    const directory = join(room, 'chance');
    const kept = await written(directory, ['tiny', 'tiny+framework:held-back'], { uncertainty: 'chance' });
    const { result } = await readResult(filesOnDisk(directory));
    expect(said(result.findings)).toEqual(said(kept.findings));
  });
});
