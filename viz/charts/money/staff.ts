/** Posts through the grant year: paid, staffed, vacant, a panel a scenario; below each the whole run in small. */
import { max, scaleLinear } from 'd3';
import { dateOf, newYear } from '../../../model/kernel/calendar.ts';
import { number } from '../../../scenarios/words/format.ts';
import type { Language } from '../../../scenarios/words/words.ts';
import type { Result } from '../../result/result.ts';
import { say } from '../../words/words.ts';
import type { ChartOptions, Drawing } from '../chart.ts';
import { emptyDrawing } from '../empty.ts';
import { textWidth, wrapped } from '../measure-text.ts';
import { namedScenarios } from '../queues/queue-series.ts';
import { root } from '../root.ts';
import type { Who } from '../scenarios.ts';
import { monthAt, whoIsWho } from '../scenarios.ts';
import type { Attributes, Svg } from '../svg.ts';
import { el, label, pathOf } from '../svg.ts';
import { colour, stroke, type } from '../theme.ts';
import type { Posts } from './posts.ts';
import { postsOf } from './posts.ts';
import type { Panel } from './staff-data.ts';
import { monthsOf, staffCsv, staffSentence, staffTable, yearAt } from './staff-data.ts';

interface Place {
  x: number;
  y: number;
  width: number;
  /** Lines that every panel's name may take. */
  nameLines: number;
  plotHeight: number;
  hasAxis: boolean;
}

const axisWidth = 26;
const gap = 28;
const plot = { height: 120, onPaper: 104, months: 20, run: 34, years: 20 };
const nameHeight = 18;

export function staff(result: Result, options: ChartOptions): Drawing {
  const { lang, width, narrow, municipality } = options;
  const title = say(lang, 'staff_title');
  // on paper the place is named once
  const named = options.paper ? namedScenarios(result, lang) : whoIsWho(result, lang);
  const panels = named.flatMap((who): Panel[] => {
    const posts = postsOf(result, who.name, municipality);
    return posts ? [{ who, posts }] : [];
  });
  if (panels.length === 0) return emptyDrawing(title, say(lang, 'staff_nothing'), width);

  const at = monthAt(result, options.day);
  const most = max(panels, ({ posts }) => max(posts.funded)) || 1;
  const perRow = narrow ? 1 : panels.length;
  const panelWidth = (width - axisWidth - gap * (perRow - 1)) / perRow;
  const nameLines = Math.max(...panels.map(({ who }) => nameOf(who, panelWidth).length));
  const plotHeight = options.paper ? plot.onPaper : plot.height;
  const panelHeight = (nameLines + 1) * nameHeight + 10 + plotHeight + plot.months + plot.run + plot.years;
  const rows = Math.ceil(panels.length / perRow);
  const height = rows * panelHeight + (rows - 1) * gap;
  return {
    title,
    reading: say(lang, 'staff_reading', { year: yearAt(result, at), n: number(lang, result.findings.replications) }),
    svg: root(
      width,
      height,
      1,
      panels.map((panel, index) => {
        const column = index % perRow;
        const place = {
          x: axisWidth + column * (panelWidth + gap),
          y: Math.floor(index / perRow) * (panelHeight + gap),
          width: panelWidth,
          nameLines,
          plotHeight,
          hasAxis: column === 0,
        };
        return panelOf(result, panel, { place, at, most, options });
      }),
    ),
    width,
    height,
    table: staffTable(result, panels, at, lang),
    csv: staffCsv(result, panels, municipality),
    readout: panels.map(({ who, posts }) => staffSentence(result, who, posts, at, lang)).join(' '),
  };
}

const nameOf = (who: Who, width: number) => wrapped(`${who.letter} ${who.label}`, width, type.small, 600);

function panelOf(
  result: Result,
  { who, posts }: Panel,
  { place, at, most, options }: { place: Place; at: number; most: number; options: ChartOptions },
): string {
  const { lang, focus } = options;
  const { x, y, width, nameLines, plotHeight } = place;
  const names = nameOf(who, width);
  const top = y + (nameLines + 1) * nameHeight + 10;
  const bottom = top + plotHeight;
  const heightOf = scaleLinear([0, most], [bottom, top]).nice(3);
  const ticks = heightOf.ticks(3);
  const monthWidth = width / 12;
  const hatch = `staff-vacant-${who.letter}`;
  const months = monthsOf(result, at);
  /** Through the months, level from the first of one to the first of the next. */
  const steps = (values: readonly number[]) =>
    months.flatMap(({ at: index, month }) =>
      [0, 1].map((side): [number, number] => [x + (month + side) * monthWidth, heightOf(values[index])]),
    );
  const between = (upper: [number, number][], lower: [number, number][], attributes: Attributes) =>
    el('path', { d: `${pathOf([...upper, ...lower.reverse()])}Z`, ...attributes });
  const zero = posts.funded.map(() => 0);
  const inside = (text: string, low: number, high: number) => {
    const [from, to] = [heightOf(low), heightOf(high)];
    return (
      from - to >= 20 &&
      textWidth(text, type.small) <= width - 12 &&
      label(text, { x: x + 6, y: (from + to) / 2 + 4.5 })
    );
  };
  const first = months[0].at;
  return el(
    'g',
    { 'data-scenario': who.name },
    el(
      'defs',
      {},
      el(
        'pattern',
        { id: hatch, width: 4, height: 4, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
        el('line', { x1: 0, x2: 0, y1: 0, y2: 4, stroke: who.style.line, 'stroke-width': 1.6 }),
      ),
    ),
    names.map((line, index) =>
      label(line, {
        x,
        y: y + 13 + (nameLines - names.length + index) * nameHeight,
        fill: who.style.text,
        'font-weight': who.name === focus ? 700 : 600,
      }),
    ),
    label(staffedText(posts, { at, width }, lang), {
      x,
      y: y + 13 + nameLines * nameHeight,
      fill: colour('secondary'),
    }),
    ticks.map((tick) => [
      el('line', { x1: x, x2: x + width, y1: heightOf(tick), y2: heightOf(tick), stroke: colour('hairline') }),
      place.hasAxis &&
        label(number(lang, tick, Number.isInteger(tick) ? 0 : 1), {
          x: x - 8,
          y: heightOf(tick) + 4.5,
          'text-anchor': 'end',
          fill: colour('tertiary'),
        }),
    ]),
    // no gridline behind the words inside
    between(steps(posts.funded), steps(zero), { fill: colour('paper') }),
    between(steps(posts.byMunicipality), steps(zero), { fill: who.style.line, 'fill-opacity': 0.16 }),
    between(steps(posts.staffed), steps(posts.byMunicipality), { fill: who.style.line, 'fill-opacity': 0.34 }),
    between(steps(posts.funded), steps(posts.staffed), { fill: `url(#${hatch})` }),
    el('path', { d: pathOf(steps(posts.staffed)), fill: 'none', stroke: who.style.line, 'stroke-width': stroke.line }),
    el('path', { d: pathOf(steps(posts.funded)), fill: 'none', stroke: who.style.line, 'stroke-width': stroke.thin }),
    inside(say(lang, 'staff_by_municipality'), 0, posts.byMunicipality[first]),
    inside(say(lang, 'staff_by_grant'), posts.byMunicipality[first], posts.staffed[first]),
    monthLetters(result, { x, y: bottom + 15, width: monthWidth, at }, lang),
    runOf(result, posts, { who, x, y: bottom + plot.months, width, at }),
  );
}

/** J F M …; the month of the date stands out. */
function monthLetters(
  result: Result,
  { x, y, width, at }: { x: number; y: number; width: number; at: number },
  lang: Language,
): Svg {
  const now = dateOf(newYear(result.findings.switchYear) + result.days[at]).month - 1;
  return [...say(lang, 'staff_months')].map((letter, month) =>
    label(letter, {
      x: x + (month + 0.5) * width,
      y,
      'text-anchor': 'middle',
      fill: colour(month === now ? 'accent' : 'tertiary'),
      'font-weight': month === now ? 700 : 400,
    }),
  );
}

/** Staffed posts under the line of those that are paid, from the first day to the last; the year of the panel is marked. */
function runOf(
  result: Result,
  posts: Posts,
  { who, x, y, width, at }: { who: Who; x: number; y: number; width: number; at: number },
): Svg {
  const { days, findings } = result;
  const start = newYear(findings.switchYear);
  const day = scaleLinear([days[0], days[days.length - 1]], [x, x + width]);
  const top = y + 6;
  const bottom = y + plot.run;
  const height = scaleLinear([0, max(posts.funded) || 1], [bottom, top]);
  const staffed = days.map((one, index) => [day(one), height(posts.staffed[index])] as const);
  const year = yearAt(result, at);
  const ends = [days[0], days[days.length - 1]];
  const span = [newYear(year) - start, newYear(year + 1) - start].map((one) =>
    day(Math.min(ends[1], Math.max(ends[0], one))),
  );
  const [first, last] = ends.map((one) => String(dateOf(start + one).year));
  const switchYear = String(findings.switchYear);
  const switchX = day(0);
  const hasRoom =
    switchX - x > textWidth(first, type.small) + 16 && x + width - switchX > textWidth(last, type.small) + 28;
  const attributes = { y: bottom + 16, fill: colour('tertiary') };
  return [
    el('path', {
      d: `${pathOf([[x, bottom], ...staffed, [x + width, bottom]])}Z`,
      fill: who.style.line,
      'fill-opacity': 0.22,
    }),
    el('path', {
      d: pathOf(days.map((one, index) => [day(one), height(posts.funded[index])])),
      fill: 'none',
      stroke: who.style.line,
      'stroke-width': stroke.thin,
    }),
    el('line', { x1: switchX, x2: switchX, y1: top - 3, y2: bottom, stroke: colour('ink') }),
    el('line', {
      x1: span[0],
      x2: span[1],
      y1: bottom + 1,
      y2: bottom + 1,
      stroke: colour('accent'),
      'stroke-width': 2,
    }),
    label(first, { x, ...attributes }),
    hasRoom && label(switchYear, { x: switchX, 'text-anchor': 'middle', ...attributes }),
    label(last, { x: x + width, 'text-anchor': 'end', ...attributes }),
  ];
}

function staffedText({ staffed, funded }: Posts, { at, width }: { at: number; width: number }, lang: Language): string {
  const holes = { n: number(lang, staffed[at], 1), m: number(lang, funded[at], 1) };
  const text = say(lang, 'staff_staffed', holes);
  return textWidth(text, type.small) <= width ? text : say(lang, 'staff_staffed_short', holes);
}
