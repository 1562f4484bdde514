/** A small picture of a queue in the terminal: a line a scenario, its letter at the line's end. */
import asciichart from 'asciichart';
import type { Findings } from '../experiment/findings.ts';
import { number } from '../words/format.ts';
import { inOrder, letters } from '../words/voice.ts';
import type { Language } from '../words/words.ts';

const rows = 10;
const axis = 9;
const colours = ['\u001b[39m', '\u001b[34m', '\u001b[33m', '\u001b[35m', '\u001b[32m', '\u001b[36m'];

export interface Picture {
  lines: string[];
  /** Calendar years of the first and the last column. */
  from: number;
  to: number;
}

/**
 * Draws a waiting of one municipality.
 * @param width columns in all, 40 or more
 * @returns null where there is no such series, or nobody ever waits
 */
export function picture(
  findings: Findings,
  queue: string,
  municipality: string,
  lang: Language,
  { width, colour }: { width: number; colour: boolean },
): Picture | null {
  const scenarios = inOrder(findings);
  const found = scenarios.flatMap((scenario) => {
    const series = findings.series.find(
      (one) =>
        one.scenario === scenario.name &&
        one.kind === 'waiting' &&
        one.queue === queue &&
        one.municipality === municipality,
    );
    return series && series.mean.length > 1 ? [{ scenario, series }] : [];
  });
  if (found.length === 0 || found.every(({ series }) => series.mean.every((mean) => mean === 0))) return null;
  const names = letters(findings);
  const ends = columnsAtEnd(found.length);
  const columns = Math.min(found[0].series.mean.length, width - axis - ends);
  const lines = found.map(({ series }) => averaged(series.mean, columns));
  const most = Math.max(...lines.flat());
  const digits = most < 10 ? 1 : 0;
  // the first scenario is drawn last, on top of the others
  const order = found.map((_, at) => at).reverse();
  const drawn = asciichart
    .plot(
      order.map((at) => lines[at]),
      {
        height: rows,
        min: 0,
        max: most,
        offset: 2,
        format: (value) => number(lang, value, digits).padStart(axis - 1),
        colors: order.map((at) => (colour ? colours[at % colours.length] : undefined)),
      },
    )
    .split('\n');
  const marks: string[] = drawn.map(() => '');
  found.forEach(({ scenario }, at) => {
    const last = lines[at][columns - 1];
    const row = Math.max(0, Math.min(drawn.length - 1, drawn.length - 1 - Math.round((last / most) * rows)));
    const name = names.get(scenario.name) ?? '';
    marks[row] += ` ${colour ? `${colours[at % colours.length]}${name}\u001b[39m` : name}`;
  });
  const { days } = found[0].series;
  const year = (day: number) => findings.switchYear + Math.floor(day / 365.25 + 1e-9);
  return {
    lines: [...drawn.map((line, row) => (line + marks[row]).trimEnd()), yearLine(findings, days, columns)],
    from: year(days[0]),
    to: year(days[days.length - 1]),
  };
}

const columnsAtEnd = (scenarios: number) => 1 + 2 * scenarios;

/** Means of neighbouring months, so that a series fits the width. */
function averaged(values: readonly number[], columns: number): number[] {
  return Array.from({ length: columns }, (_, column) => {
    const from = Math.floor((column * values.length) / columns);
    const to = Math.max(from + 1, Math.floor(((column + 1) * values.length) / columns));
    let sum = 0;
    for (let i = from; i < to; i++) sum += values[i];
    return sum / (to - from);
  });
}

/** Years under the picture, every fifth from the switch back and forth, each at its column; `|` marks the switch. */
function yearLine(findings: Findings, days: readonly number[], columns: number): string {
  const first = days[0];
  const span = days[days.length - 1] - first;
  const line = Array.from({ length: axis + columns + 8 }, () => ' ');
  for (let year = -findings.history; year <= findings.years; year++) {
    if (year % 5 !== 0) continue;
    const column = axis + Math.round(((year * 365.25 - first) / span) * (columns - 1));
    const text = year === 0 ? `|${findings.switchYear}` : String(findings.switchYear + year);
    if (column >= axis && column < axis + columns - 3) for (let i = 0; i < text.length; i++) line[column + i] = text[i];
  }
  return line.join('').trimEnd();
}
