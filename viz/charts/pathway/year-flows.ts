/** Persons who went from room to room in a calendar year, and the stocks at its two ends: means over futures. */
import type { Flow, Result } from '../../result/result.ts';
import { newYearOf } from '../queues/time-frame.ts';
import { bandOf } from '../scenarios.ts';
import type { RoomId, Station } from './rooms.ts';
import { exits, rooms, stationOf } from './rooms.ts';
import { wholeFigures } from './whole-figures.ts';

export interface Link {
  from: Station;
  to: Station;
  persons: number;
}

export interface Stock {
  /** On 1 January, and on 1 January of the next year. */
  before: number;
  after: number;
}

export interface YearFlows {
  year: number;
  /** Between different stations, largest first. */
  links: Link[];
  /** Null where the result has no lengths on the two days. */
  stocks: Map<RoomId, Stock> | null;
}

type Sums = Map<string, Map<string, number>>;
const sums = new WeakMap<Result, Sums>();
const census = 'census';

function sumsOf(result: Result): Sums {
  let made = sums.get(result);
  if (made) return made;
  made = new Map();
  let own = new Map<string, number>();
  let last: Flow | undefined;
  for (const flow of result.flows) {
    const { scenario, municipality, year, from, to, cause, persons } = flow;
    // rows of one year mostly follow each other
    if (last?.year !== year || last.municipality !== municipality || last.scenario !== scenario) {
      const key = [scenario, municipality, year].join('\n');
      own = made.get(key) ?? new Map<string, number>();
      made.set(key, own);
      last = flow;
    }
    const link = `${cause === census ? census : stationOf(from)} ${stationOf(to)}`;
    own.set(link, (own.get(link) ?? 0) + persons);
  }
  sums.set(result, made);
  return made;
}

/** The largest link of any year and scenario, so that widths compare over time and between scenarios; at least 1. */
export function largestLink(result: Result, municipality: string): number {
  let most = 1;
  for (const [key, links] of sumsOf(result)) {
    if (key.split('\n')[1] !== municipality) continue;
    for (const [link, persons] of links) {
      const [from, to] = link.split(' ');
      if (from !== census && from !== to) most = Math.max(most, persons);
    }
  }
  return most;
}

/**
 * For every room: before + in − out = after, exactly as the persons of the futures did. Null where the result has no flows.
 * @param municipality a number, or `provider` for the whole place
 */
export function yearFlows(result: Result, scenario: string, municipality: string, year: number): YearFlows | null {
  const own = sumsOf(result).get([scenario, municipality, year].join('\n'));
  if (!own) return null;
  const links: Link[] = [];
  for (const [key, persons] of own) {
    const [from, to] = key.split(' ') as [Station | typeof census, Station];
    if (from !== census && from !== to) links.push({ from, to, persons });
  }
  links.sort((a, b) => b.persons - a.persons || (`${a.from}${a.to}` < `${b.from}${b.to}` ? -1 : 1));
  const stocks = new Map<RoomId, Stock>();
  const isFirst = year === result.findings.switchYear - result.findings.history;
  for (const { id } of rooms) {
    // the run begins with nobody: its first year takes the census in, and some settle on that very day
    const before = isFirst ? (own.get(`${census} ${id}`) ?? 0) : stockOn(result, scenario, municipality, id, year);
    const after = stockOn(result, scenario, municipality, id, year + 1);
    if (before === null || after === null) return { year, links, stocks: null };
    stocks.set(id, { before, after });
  }
  return { year, links, stocks };
}

function stockOn(result: Result, scenario: string, municipality: string, room: RoomId, year: number): number | null {
  const month = result.days.indexOf(newYearOf(result, year));
  return month < 0 ? null : meanIn(result, scenario, '', municipality, room, month);
}

/**
 * Persons in a room at an index of `Result.days`: the mean over futures, or with a `base` the mean difference to it.
 * Null where the result does not have it.
 */
export function meanIn(
  result: Result,
  scenario: string,
  base: string,
  municipality: string,
  room: RoomId,
  month: number,
): number | null {
  let sum = 0;
  for (const { parts } of rooms.filter(({ id }) => id === room)) {
    for (const position of parts.flatMap((part) => part.positions)) {
      const band = bandOf(result, scenario, base, municipality, 'position', position);
      if (band === undefined) return null;
      sum += band.mean[month];
    }
  }
  return sum;
}

/** The same in whole persons that add up room by room; each figure is the one below or above the mean. */
export function inWholePersons(flows: YearFlows): YearFlows {
  const { links, stocks, year } = flows;
  const isExit = (station: Station) => (exits as readonly string[]).includes(station);
  const arcs = links.map(({ from, to, persons }) => ({ from, to: isExit(to) ? 'new' : to, value: persons }));
  const kept = [...(stocks ?? [])];
  for (const [room, { before }] of kept) arcs.push({ from: 'new', to: room, value: before });
  for (const [room, { after }] of kept) arcs.push({ from: room, to: 'new', value: after });
  const whole = wholeFigures(arcs);
  const own = links.map((link, at) => ({ ...link, persons: whole[at] }));
  if (stocks === null) return { year, links: own, stocks };
  const n = links.length;
  return {
    year,
    links: own,
    stocks: new Map(kept.map(([room], at) => [room, { before: whole[n + at], after: whole[n + kept.length + at] }])),
  };
}
