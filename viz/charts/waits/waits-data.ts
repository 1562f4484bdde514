/** Waits queue by queue and scenario by scenario, and their words, table and data. */
import { waitQueues } from '../../../model/record.ts';
import { number, percent, undefinedSign } from '../../../scenarios/words/format.ts';
import { capital } from '../../../scenarios/words/voice.ts';
import type { Language } from '../../../scenarios/words/words.ts';
import { word } from '../../../scenarios/words/words.ts';
import type { Result, WaitBin } from '../../result/result.ts';
import { say } from '../../words/words.ts';
import type { ChartOptions, Drawing, DrawingTable } from '../chart.ts';
import { estimateAt } from '../numbers-of.ts';
import type { Who } from '../scenarios.ts';
import { whoIsWho } from '../scenarios.ts';
import type { TwentyPeople } from './twenty-people.ts';
import { servedWithin, twentyPeople } from './twenty-people.ts';

export type Queue = (typeof waitQueues)[number];

/** One scenario's waits in one queue. */
export interface WaitsRow {
  who: Who;
  queue: Queue;
  bins: WaitBin[];
  people: TwentyPeople;
  /** Days by which half were served (Aalen–Johansen); null: half never are. */
  median: number | null;
}

/** Queue by queue, the scenarios in which anybody joined it. */
export function waitsRows(result: Result, { lang, municipality }: ChartOptions): WaitsRow[] {
  return waitQueues.flatMap((queue) =>
    whoIsWho(result, lang).flatMap((who) => {
      const bins = result.waits.filter(
        (bin) => bin.scenario === who.name && bin.queue === queue && bin.municipality === municipality,
      );
      const people = twentyPeople(bins);
      if (!people) return [];
      const cell = { scenario: who.name, measure: `wait_${queue}_median`, municipality };
      return [{ who, queue, bins, people, median: estimateAt(result.findings, cell)?.mean ?? null }];
    }),
  );
}

export function queueTitle(queue: Queue, lang: Language): string {
  const waiting = capital(word(lang, `waiting_${queue}`));
  if (queue === 'first_contact') return say(lang, 'waits_official', { waiting });
  return queue === 'bed' ? say(lang, 'waits_hidden', { waiting }) : waiting;
}

/** Each has a deadline of its own, so none is drawn. */
export function lateSentence(
  { findings }: Result,
  rows: readonly WaitsRow[],
  { lang, municipality }: ChartOptions,
): string {
  const late = rows.map(({ who }) => {
    const cell = { scenario: who.name, measure: 'deadline_breach_share', municipality };
    return `${who.letter}\u00a0${share(lang, estimateAt(findings, cell)?.mean ?? null)}`;
  });
  return say(lang, 'waits_late', { late: late.join(', ') });
}

/** Whole percent, but no 0% where there is somebody. */
export function share(lang: Language, value: number | null): string {
  return percent(lang, value, value !== null && value > 0 && value < 0.0095 ? 1 : 0);
}

export function daysText(days: number | null, lang: Language): string {
  if (days === null) return undefinedSign;
  return say(lang, 'waits_days', { n: number(lang, days) });
}

export function waitsTable(
  { findings }: Result,
  rows: readonly WaitsRow[],
  { lang, municipality }: ChartOptions,
): DrawingTable {
  return {
    head: [
      say(lang, 'waits_queue'),
      say(lang, 'scenario'),
      say(lang, 'waits_joined'),
      say(lang, 'waits_half_within'),
      ...[14, 28, 91].map((days) => say(lang, 'waits_within', { days })),
      say(lang, 'waits_gave_up'),
      say(lang, 'waits_still'),
      say(lang, 'waits_late_head'),
    ],
    rows: rows.map(({ who, queue, people, bins, median }) => {
      const joined = people.served + people.gaveUp + people.stillWaiting;
      const late = { scenario: who.name, measure: 'deadline_breach_share', municipality };
      return [
        queueTitle(queue, lang),
        who.letter,
        number(lang, joined / findings.replications / findings.years),
        daysText(median, lang),
        ...[14, 28, 91].map((days) => share(lang, servedWithin(bins, days))),
        share(lang, people.gaveUp / joined),
        share(lang, people.stillWaiting / joined),
        queue === 'first_contact' ? share(lang, estimateAt(findings, late)?.mean ?? null) : undefinedSign,
      ];
    }),
  };
}

export function waitsCsv(rows: readonly WaitsRow[]): Drawing['csv'] {
  return [
    ['scenario', 'municipality', 'queue', 'days_from', 'days_to', 'served', 'gave_up', 'still_waiting'],
    ...rows.flatMap(({ bins }) =>
      bins.map((bin) => [
        bin.scenario,
        bin.municipality,
        bin.queue,
        bin.from,
        bin.to,
        bin.served,
        bin.gaveUp,
        bin.stillWaiting,
      ]),
    ),
  ];
}

/** The focused scenario, or the first, queue by queue. */
export function waitsReadout(rows: readonly WaitsRow[], { lang, focus }: ChartOptions): string {
  const { who } = rows.find((row) => row.who.name === focus) ?? rows[0];
  const own = rows.filter((row) => row.who.name === who.name);
  const items = own.map(({ queue, people, median }) =>
    say(lang, median === null ? 'waits_readout_never' : median === 0 ? 'waits_readout_same_day' : 'waits_readout', {
      queue: word(lang, `waiting_${queue}`),
      days: daysText(median, lang),
      gave_up: share(lang, people.gaveUp / (people.served + people.gaveUp + people.stillWaiting)),
    }),
  );
  return `${who.letter}: ${items.join('; ')}.`;
}
