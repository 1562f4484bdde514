/** The pathway as a table: stocks by room and scenario, and the year's moves, which add up. */
import { number } from '../../../scenarios/words/format.ts';
import { say } from '../../words/words.ts';
import type { DrawingTable } from '../chart.ts';
import { dayInFiles } from '../queues/time-frame.ts';
import { whoIsWho } from '../scenarios.ts';
import { countIn, crowdOf } from './dots.ts';
import type { RoomId, Station } from './rooms.ts';
import { rooms, stationName } from './rooms.ts';
import type { View } from './view.ts';
import type { YearFlows } from './year-flows.ts';
import { inWholePersons, meanIn, yearFlows } from './year-flows.ts';

/** A column a scenario: for each room its mean and the middle future on the day, and the year's stocks and moves. */
export function tableOf(view: View): DrawingTable {
  const { result, options, month, date, year } = view;
  const { lang, municipality } = options;
  const all = whoIsWho(result, lang);
  const flows = all.map(({ name }) => {
    const own = yearFlows(result, name, municipality, year);
    return own && inWholePersons(own);
  });
  const crowds = all.map((who) => crowdOf({ ...view, who }));
  const rows: string[][] = [];
  const add = (what: string, values: readonly (number | null | undefined)[], digits = 0) =>
    rows.push([what, ...values.map((value) => number(lang, value, digits))]);
  for (const { id, words } of rooms) {
    const room = say(lang, words);
    add(
      say(lang, 'pathway_table_mean', { room, date }),
      all.map(({ name }) => meanIn(result, name, '', municipality, id, month)),
      1,
    );
    if (view.hasDots) {
      add(
        say(lang, 'pathway_table_middle', { room, date }),
        crowds.map((crowd) => crowd && countIn(crowd, id)),
      );
    }
    const ofYear = (what: (own: YearFlows) => number | undefined) => flows.map((own) => own && what(own));
    add(
      say(lang, 'pathway_table_before', { room, year }),
      ofYear(({ stocks }) => stocks?.get(id)?.before),
    );
    add(
      say(lang, 'pathway_table_in', { room, year }),
      ofYear((own) => passing(own, id, 'to')),
    );
    add(
      say(lang, 'pathway_table_out', { room, year }),
      ofYear((own) => passing(own, id, 'from')),
    );
    add(
      say(lang, 'pathway_table_before', { room, year: year + 1 }),
      ofYear(({ stocks }) => stocks?.get(id)?.after),
    );
  }
  for (const [from, to] of linksOf(flows)) {
    const persons = flows.map(
      (own) => own && (own.links.find((link) => link.from === from && link.to === to)?.persons ?? 0),
    );
    if (persons.every((value) => value === null || value === 0)) continue;
    const words = { from: stationName(lang, from), to: stationName(lang, to), year };
    add(say(lang, 'pathway_table_link', words), persons);
  }
  return { head: [say(lang, 'pathway_table_what'), ...all.map(({ letter, label }) => `${letter} ${label}`)], rows };
}

/** Persons who came into a room, or left it. */
export function passing({ links }: YearFlows, room: RoomId, end: 'from' | 'to'): number {
  return links.reduce((sum, link) => sum + (link[end] === room ? link.persons : 0), 0);
}

/** Links of any scenario, the largest of the first first. */
function linksOf(flows: readonly (YearFlows | null)[]): [Station, Station][] {
  const seen = new Map<string, [Station, Station]>();
  for (const own of flows) for (const { from, to } of own?.links ?? []) seen.set(`${from} ${to}`, [from, to]);
  return [...seen.values()];
}

/** A row a mean: stocks on the first of the month, and persons from room to room in the year. */
export function csvOf({ result, options, month, year }: View): (string | number | null)[][] {
  const { municipality } = options;
  const rows: (string | number | null)[][] = [['scenario', 'municipality', 'date', 'year', 'from', 'to', 'persons']];
  const date = dayInFiles(result, result.days[month]);
  for (const { name } of whoIsWho(result, options.lang)) {
    for (const { id } of rooms) {
      rows.push([name, municipality, date, null, null, id, meanIn(result, name, '', municipality, id, month)]);
    }
    for (const { from, to, persons } of yearFlows(result, name, municipality, year)?.links ?? []) {
      rows.push([name, municipality, null, year, from, to, persons]);
    }
  }
  return rows;
}
