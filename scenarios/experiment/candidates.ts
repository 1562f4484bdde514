/** Which draws a paired difference may lean on: those that a scenario of the pair reads. */
import type { Mechanisms } from '../../model/arrangement.ts';
import { inForce } from '../../model/arrangement.ts';
import type { Resolved } from '../resolve/compose.ts';
import { readOnlyBy } from '../resolve/read-only-by.ts';
import { drawnQuantities } from './future.ts';
import type { FutureDraw } from './protocol.ts';
import type { DrawnParameter } from './statistics/hinges.ts';

/** Traits that are yes or no. */
const yesOrNo = new Set(['grant.held_at_census', 'council.trusts_renewal']);

export interface Candidate extends DrawnParameter {
  /** The value without draws; null: a municipality's own. */
  value: number | null;
  unit: string;
  source: string;
  confidence: string;
  label: { en: string; nb: string } | null;
}

/** Whether a path is read by the mechanisms of a town, over all its segments. */
function isRead(path: string, segments: readonly { values: Mechanisms }[]): boolean {
  const bare = path.slice(path.indexOf('/') + 1);
  const only = readOnlyBy.filter(([prefix]) => bare.startsWith(prefix));
  return (
    only.length === 0 || only.some(([, slot, mechanism]) => segments.some(({ values }) => values[slot] === mechanism))
  );
}

/**
 * The draws that a difference in one municipality may lean on: common ones, the town's own, and the mean of the others
 * (`whose`: `others`; `all` where the row is of no single town).
 */
export function candidatesOf(
  pair: readonly Resolved[],
  draws: readonly (readonly FutureDraw[])[],
  municipality: string,
): Candidate[] {
  const columns = columnsOf(draws);
  const made: Candidate[] = [];
  const own = pair[0].arrangement.towns.some((town) => town.number === municipality) ? municipality : null;
  const rest = own === null ? 'all' : 'others';

  const byKey = new Map<string, ReturnType<typeof drawnQuantities>>();
  for (const drawn of drawnQuantities(pair.map((scenario) => scenario.plan))) {
    byKey.set(drawn.quantity.key, [...(byKey.get(drawn.quantity.key) ?? []), drawn]);
  }
  for (const [key, list] of byKey) {
    if (!pair.some(({ plan }) => plan.towns.some((town) => isRead(key, town.mechanisms)))) continue;
    // all towns have one draw of it, placed in ranges of their own: the row's own range where it has one
    const mine = list.find((drawn) => drawn.municipality === '' || drawn.municipality === own);
    const values = columns.get(`${(mine ?? list[0]).municipality}\n${key}`);
    if (!values) continue;
    const { low, value, high } = (mine ?? list[0]).quantity;
    const whose = mine ? mine.municipality : list[0].municipality;
    made.push({
      path: key,
      municipality: whose,
      values,
      low,
      high,
      binary: false,
      value,
      ...knownOf(pair, key, whose),
    });
  }

  for (const [path, towns] of townPathsOf(pair, draws[0] ?? [])) {
    const add = (whose: string, members: readonly string[], binary: boolean) => {
      const lists = members.map((number) => columns.get(`${number}\n${path}`));
      if (lists.length === 0 || lists.some((list) => !list)) return;
      const values = meanOf(lists as Float64Array[]);
      const [low, high] = rangeOf(pair[0], path);
      made.push({ path, municipality: whose, values, low, high, binary, value: null, ...knownOf(pair, path, whose) });
    };
    if (own !== null && towns.includes(own)) add(own, [own], yesOrNo.has(path));
    add(
      rest,
      towns.filter((number) => number !== own),
      false,
    );
  }
  // what never differs explains nothing
  return made.filter(({ values }) => values.some((value) => value !== values[0]));
}

/** `municipality\npath` → value by replication; only what every replication has drawn. */
function columnsOf(draws: readonly (readonly FutureDraw[])[]): Map<string, Float64Array> {
  const columns = new Map<string, Float64Array>();
  const seen = new Map<string, number>();
  draws.forEach((list, replication) => {
    for (const { municipality, path, value } of list) {
      const key = `${municipality}\n${path}`;
      let column = columns.get(key);
      if (!column) {
        column = new Float64Array(draws.length);
        columns.set(key, column);
      }
      column[replication] = value;
      seen.set(key, (seen.get(key) ?? 0) + 1);
    }
  });
  for (const [key, times] of seen) if (times !== draws.length) columns.delete(key);
  return columns;
}

/** What municipalities drew by their priority: path → those in which a scenario of the pair reads it. */
function townPathsOf(pair: readonly Resolved[], draws: readonly FutureDraw[]): Map<string, string[]> {
  const paths = new Map<string, string[]>();
  for (const { municipality, path } of draws) {
    const readHere = pair.some(({ arrangement }) => {
      const town = arrangement.towns.find((one) => one.number === municipality);
      if (!town || !isRead(path, town.mechanisms)) return false;
      // a condition is known, whatever was drawn
      const [section, name] = path.split('.');
      const numbers = inForce(town.numbers, 0) as unknown as Record<string, Record<string, number>>;
      return section in numbers && Number.isNaN(numbers[section][name]);
    });
    if (readHere) paths.set(path, [...(paths.get(path) ?? []), municipality]);
  }
  return paths;
}

function meanOf(lists: readonly Float64Array[]): Float64Array {
  const mean = new Float64Array(lists[0].length);
  for (const list of lists) for (let i = 0; i < mean.length; i++) mean[i] += list[i];
  for (let i = 0; i < mean.length; i++) mean[i] /= lists.length;
  return mean;
}

/** The ends of the map from priority to what a municipality draws. */
function rangeOf({ arrangement }: Resolved, path: string): [number, number] {
  const { priority } = inForce(arrangement.common, 0);
  if (path === 'council.retention') return [priority.retention_0, priority.retention_100];
  if (path === 'council.pass_through') return [0, priority.pass_through_most];
  return [0, 1];
}

/** What is known of a parameter in the last scenario of a pair that has it. */
export function knownOf(pair: readonly Pick<Resolved, 'parameters'>[], path: string, whose: string) {
  for (const { parameters } of [...pair].reverse()) {
    const rows = parameters.filter((row) => row.path === path);
    // of a number that municipalities draw, what is said of the draw, not of a condition
    const row =
      rows.find(({ municipality }) => municipality.split(' ').includes(whose)) ??
      rows.find(({ value }) => Number.isNaN(value)) ??
      rows[0];
    if (!row) continue;
    const { unit, source, confidence, label } = row;
    return { unit, source, confidence, label: label ?? null };
  }
  return { unit: '', source: '', confidence: '', label: null };
}
