/** The catalogue of measures (`scenarios/measures.yaml`), and how a measure is read from tallies. */
import { tallies, waitQueues } from '../../model/record.ts';
import bundledMeasures from '../measures.yaml?data';
import type { Layout } from './layout.ts';
import { periodsOf } from './layout.ts';

export type Better = 'lower' | 'higher' | 'none';
type Text = { en: string; nb: string };
/** Σ weight × tally, by the tally's index. */
type Terms = readonly (readonly [tally: number, weight: number])[];

export interface Measure {
  name: string;
  label: Text;
  /** Who is in the denominator; how gave-up and unfinished count. */
  definition: Text;
  unit: string;
  better: Better;
  /** `median`: from waits day by day (Aalen–Johansen), only for the periods `all` and `before`. */
  kind: 'ratio' | 'median';
  /** value = scale × Σ numerators ÷ Σ denominators. */
  numerator: Terms;
  denominator: Terms;
  scale: number;
  /** The queue of a median: index in `waitQueues`. */
  queue: number | null;
  /** The tally of persons behind a value; null: none is counted. */
  count: number | null;
  /** `town`: each municipality and `all`; `provider`: `provider`; `both`: each municipality and `provider`. */
  level: 'town' | 'provider' | 'both';
  groups: boolean;
  funding: boolean;
  /** The smallest difference that matters: a share of the base but at least so much, or an absolute one. */
  matters: { shareOfBase: number; atLeast: number } | { absolute: number } | null;
  verdict: boolean;
  heads: boolean;
  /** Measures that must stand beside it. */
  companions: string[];
}

export interface Catalogue {
  measures: Measure[];
  byName: ReadonlyMap<string, Measure>;
  /** Names, in order: the chain from money to days, what the terminal shows, and what may head an answer. */
  chain: string[];
  headline: string[];
  fundingHeads: string[];
  organisationHeads: string[];
}

let bundled: Catalogue | null = null;

/** The catalogue that comes with Forløp. */
export function catalogue(): Catalogue {
  bundled ??= readCatalogue(bundledMeasures);
  return bundled;
}

/**
 * Reads a catalogue, as the YAML file says it.
 * @throws Error naming the measure and what is wrong with it: the file is ours, not the user's
 */
export function readCatalogue(file: unknown): Catalogue {
  const top = file as Record<string, unknown> | null;
  if (!top || typeof top !== 'object' || !top.measures) throw new Error('measures.yaml: expected "measures:"');
  const measures = Object.entries(top.measures as Record<string, Record<string, unknown>>).map(([name, entry]) =>
    readMeasure(name, entry),
  );
  const byName = new Map(measures.map((measure) => [measure.name, measure]));
  const names = (key: string): string[] => {
    const list = top[key];
    if (!Array.isArray(list)) throw new Error(`measures.yaml: expected a list "${key}"`);
    for (const name of list) if (!byName.has(name)) throw new Error(`measures.yaml: ${key}: no measure "${name}"`);
    return list as string[];
  };
  for (const measure of measures) {
    for (const companion of measure.companions) {
      if (!byName.has(companion)) throw new Error(`measures.yaml: ${measure.name}: no measure "${companion}"`);
    }
  }
  return {
    measures,
    byName,
    chain: names('chain'),
    headline: names('headline'),
    fundingHeads: names('funding_heads'),
    organisationHeads: names('organisation_heads'),
  };
}

function readMeasure(name: string, entry: Record<string, unknown>): Measure {
  const wrong = (what: string) => new Error(`measures.yaml: ${name}: ${what}`);
  const oneOf = <T extends string>(key: string, values: readonly T[], otherwise?: T): T => {
    const value = entry[key] ?? otherwise;
    if (!values.includes(value as T)) throw wrong(`${key} is ${value}; expected ${values.join(', ')}`);
    return value as T;
  };
  const tallyOf = (tally: string): number => {
    const index = (tallies as readonly string[]).indexOf(tally);
    if (index < 0) throw wrong(`no tally "${tally}"`);
    return index;
  };
  const terms = (key: string): Terms =>
    Object.entries((entry[key] ?? {}) as Record<string, number>).map(([tally, weight]) => {
      if (typeof weight !== 'number') throw wrong(`${key}: the weight of ${tally} is no number`);
      return [tallyOf(tally), weight] as const;
    });
  const kind = oneOf('kind', ['ratio', 'median']);
  const queueName = String(entry.queue ?? name.replace(/^wait_/, '').replace(/_median$/, ''));
  const queue = (waitQueues as readonly string[]).indexOf(queueName);
  if (kind === 'median' && queue < 0) throw wrong(`no queue "${queueName}"`);
  const numerator = terms('numerator');
  const denominator = terms('denominator');
  if (kind === 'ratio' && (numerator.length === 0 || denominator.length === 0)) {
    throw wrong('a ratio needs a numerator and a denominator');
  }
  const matters = entry.matters as { share_of_base?: number; at_least?: number; absolute?: number } | undefined;
  const verdict = entry.verdict === true;
  if (verdict && !matters) throw wrong('a measure with a verdict needs "matters"');
  return {
    name,
    label: entry.label as Text,
    definition: entry.definition as Text,
    unit: String(entry.unit),
    better: oneOf('better', ['lower', 'higher', 'none']),
    kind,
    numerator,
    denominator,
    scale: typeof entry.scale === 'number' ? entry.scale : 1,
    queue: kind === 'median' ? queue : null,
    count: entry.count === undefined || entry.count === null ? null : tallyOf(String(entry.count)),
    level: oneOf('level', ['town', 'provider', 'both']),
    groups: entry.groups === true,
    funding: entry.funding === true,
    matters: !matters
      ? null
      : matters.absolute !== undefined
        ? { absolute: matters.absolute }
        : { shareOfBase: matters.share_of_base ?? 0, atLeast: matters.at_least ?? 0 },
    verdict,
    heads: entry.heads === true,
    companions: (entry.companions as string[] | undefined) ?? [],
  };
}

/** The smallest difference that matters, given the base's own value. */
export function mattersOf({ matters }: Measure, baseMean: number): number | null {
  if (!matters) return null;
  if ('absolute' in matters) return matters.absolute;
  return Math.max(matters.shareOfBase * Math.abs(baseMean), matters.atLeast);
}

/** One cell of the summary: a period, municipality and group of a measure, and where its tallies stand. */
export interface Cell {
  period: string;
  municipality: string;
  group: string;
  /** Index of the place in a record. */
  place: number;
  /** Index of the period (`periodsOf`). */
  at: number;
  /** Index of the group; -1: all. */
  of: number;
}

/** The cells of a measure, in the order of all files: period, municipality, group. */
export function cellsOf(measure: Measure, layout: Layout): Cell[] {
  const cells: Cell[] = [];
  const whole = layout.places - 1;
  const municipalities: [string, number][] = [];
  if (measure.level !== 'provider') for (let i = 0; i < whole; i++) municipalities.push([layout.towns[i], i]);
  municipalities.push([measure.level === 'town' ? 'all' : 'provider', whole]);
  const periods = periodsOf(layout);
  for (let at = 0; at < periods.length; at++) {
    const period = periods[at];
    const long = period === 'all' || period === 'before';
    if (measure.kind === 'median' && !long) continue;
    for (const [municipality, place] of municipalities) {
      cells.push({ period, municipality, group: 'all', place, at, of: -1 });
      if (!measure.groups || measure.kind === 'median' || !long) continue;
      for (let of = 0; of < layout.groups.length; of++) {
        cells.push({ period, municipality, group: layout.groups[of], place, at, of });
      }
    }
  }
  return cells;
}

/** What is kept of one run for its measures. */
export interface Sums {
  /** places × periods × tallies (`byPeriod`). */
  byPeriod: Float64Array;
  /** places × 2 (before, after) × groups × tallies. */
  byGroup: Float64Array;
}

const n = tallies.length;

/** Where the tallies of a cell begin, and in which of the two arrays. */
function tallyStart(cell: Cell, layout: Layout): { group: boolean; start: number } {
  if (cell.of < 0) {
    const periods = layout.history + layout.years + (layout.history > 0 ? 2 : 1);
    return { group: false, start: (cell.place * periods + cell.at) * n };
  }
  const side = cell.period === 'before' ? 0 : 1;
  return { group: true, start: ((cell.place * 2 + side) * layout.groups.length + cell.of) * n };
}

/** A ratio's numerator (scaled), denominator and count in one cell of one run. */
export function readRatio(measure: Measure, cell: Cell, layout: Layout, sums: Sums): [number, number, number] {
  const { group, start } = tallyStart(cell, layout);
  const values = group ? sums.byGroup : sums.byPeriod;
  let numerator = 0;
  let denominator = 0;
  for (const [tally, weight] of measure.numerator) numerator += weight * values[start + tally];
  for (const [tally, weight] of measure.denominator) denominator += weight * values[start + tally];
  const count = measure.count === null ? Number.NaN : values[start + measure.count];
  return [numerator * measure.scale, denominator, count];
}
