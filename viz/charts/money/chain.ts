/** From money to days waited: a row a link, the base's level, and each scenario's difference with its interval. */
import { max, scaleLinear } from 'd3';
import type { Measure } from '../../../scenarios/experiment/catalogue.ts';
import { chainTable } from '../../../scenarios/words/tables.ts';
import { alternatives, comparison, estimate, measureOf } from '../../../scenarios/words/voice.ts';
import { word } from '../../../scenarios/words/words.ts';
import type { Result } from '../../result/result.ts';
import { say } from '../../words/words.ts';
import type { ChartOptions, Drawing } from '../chart.ts';
import { emptyDrawing } from '../empty.ts';
import { wrapped } from '../measure-text.ts';
import { root } from '../root.ts';
import type { Who } from '../scenarios.ts';
import { whoIsWho } from '../scenarios.ts';
import type { Svg } from '../svg.ts';
import { el, label } from '../svg.ts';
import { colour, type } from '../theme.ts';

/** One link: the text cells of `chainTable`, and per alternative the difference with its 95 % interval. */
interface Link {
  measure: Measure;
  cells: string[];
  intervals: ({ mean: number; low: number; high: number } | null)[];
}

const lineHeight = 19;

export function chain(result: Result, options: ChartOptions): Drawing {
  const { findings } = result;
  const { lang, width, narrow, focus } = options;
  const title = word(lang, 'head_chain');
  const table = chainTable(findings, lang);
  const who = whoIsWho(result, lang);
  const others = alternatives(findings);
  if (table.rows.length === 0) return emptyDrawing(title, say(lang, 'chain_nothing'), width);
  const measures = findings.catalogue.chain.flatMap((name) => measureOf(findings, name) ?? []);
  const links = measures.map(
    (measure, at): Link => ({
      measure,
      cells: table.rows[at],
      intervals: others.map(({ name }) => {
        const row = comparison(findings, name, measure);
        if (!row || row.meanDifference === null || row.ciLow === null || row.ciHigh === null) return null;
        return { mean: row.meanDifference, low: row.ciLow, high: row.ciHigh };
      }),
    }),
  );
  // without a comparison the others stand there with their levels
  const [first, ...shown] = who;
  const layout = narrow ? stackedLayout(width) : tableLayout(width, shown.length);
  const { parts, height } = draw(links, who, { layout, options });
  const base = who.find(({ isBase }) => isBase);
  const A = base?.letter ?? '';
  return {
    title,
    reading: base
      ? say(lang, 'chain_reading', { years: findings.years, A })
      : word(lang, 'chain_note_run', { years: findings.years }),
    svg: root(width, height, 1, parts),
    width,
    height,
    table: { head: table.head, rows: table.rows },
    csv: csvOf(result, measures),
    readout: `${links
      .map(({ cells }) => {
        const at = shown.findIndex(({ name }) => name === focus);
        const cell = at < 0 ? '' : `, ${shown[at].letter} ${cells[2 + at]}`;
        return `${cells[0]}: ${first.letter} ${cells[1]}${cell}`;
      })
      .join('; ')}.`,
  };
}

/** Where things stand: on a phone the scenarios of a link stand below each other, else beside. */
interface Layout {
  isStacked: boolean;
  labelWidth: number;
  /** Right edge of the base's level. */
  levelX: number;
  columns: { x: number; width: number }[];
}

function tableLayout(width: number, scenarios: number): Layout {
  const labelWidth = Math.min(210, width * 0.28);
  const levelX = labelWidth + 70;
  const gap = 24;
  const room = (width - levelX - gap * scenarios) / Math.max(1, scenarios);
  const columnWidth = Math.min(400, room);
  return {
    isStacked: false,
    labelWidth,
    levelX,
    columns: Array.from({ length: scenarios }, (_, at) => ({
      x: levelX + gap + at * (columnWidth + gap),
      width: columnWidth,
    })),
  };
}

function stackedLayout(width: number): Layout {
  return { isStacked: true, labelWidth: width - 84, levelX: width, columns: [{ x: 20, width: width - 20 }] };
}

/** Room for `+1.32 ±0.07` to the right of an interval. */
const textRoom = 100;
const bandHeight = 24;

function draw(
  links: readonly Link[],
  [first, ...shown]: readonly Who[],
  { layout, options }: { layout: Layout; options: ChartOptions },
): { parts: Svg[]; height: number } {
  const { isStacked, labelWidth, levelX, columns } = layout;
  const parts: Svg[] = isStacked ? [] : [headOf(first, shown, layout, options)];
  let y = isStacked ? 0 : 26;
  for (const link of links) {
    const lines = wrapped(link.cells[0], labelWidth, type.small);
    const textHeight = lines.length * lineHeight + 10;
    const height = isStacked ? textHeight + shown.length * bandHeight + 6 : Math.max(textHeight, bandHeight + 8);
    const far = max(link.intervals, (one) => (one ? Math.max(Math.abs(one.low), Math.abs(one.high)) : 0)) || 1;
    parts.push(
      el('line', { x1: 0, x2: options.width, y1: y, y2: y, stroke: colour('hairline') }),
      lines.map((line, at) => label(line, { x: 0, y: y + 19 + at * lineHeight })),
      label(isStacked ? `${first.letter}  ${link.cells[1]}` : link.cells[1], {
        x: levelX,
        y: y + 19,
        'text-anchor': 'end',
      }),
      shown.map((who, at) => {
        const column = columns[isStacked ? 0 : at];
        const top = isStacked ? y + textHeight + at * bandHeight : y;
        const span = { top, bottom: isStacked ? top + bandHeight : y + height };
        return cellOf(link, at, { who, far, column, span, middle: top + (isStacked ? 11 : 14.5), layout, options });
      }),
    );
    y += height;
  }
  return { parts, height: y };
}

/** Letters over the columns: the base's level, the others' differences. */
function headOf(first: Who, shown: readonly Who[], { levelX, columns }: Layout, { focus }: ChartOptions): Svg {
  const style = (who: Who) => ({ y: 14, 'font-weight': who.name === focus ? 700 : 600, fill: who.style.text });
  return [
    label(first.letter, { x: levelX, 'text-anchor': 'end', ...style(first) }),
    shown.map((who, at) => label(who.letter, { x: columns[at].x, ...style(who) })),
  ];
}

interface CellPlace {
  who: Who;
  /** The largest bound of the row's intervals, either way. */
  far: number;
  column: { x: number; width: number };
  span: { top: number; bottom: number };
  middle: number;
  layout: Layout;
  options: ChartOptions;
}

/** No difference in ink, the interval and its mean in the scenario's colour, and both in figures. */
function cellOf({ intervals, cells, measure }: Link, at: number, place: CellPlace): Svg {
  const { who, far, column, span, middle, layout, options } = place;
  const interval = intervals[at] ?? null;
  const start = column.x + (layout.isStacked ? 5 : 4);
  const scale = scaleLinear([-far, far], [start, column.x + column.width - textRoom]);
  const line = { y1: middle, y2: middle, stroke: who.style.line };
  return el(
    'g',
    { 'data-scenario': who.name, 'data-key': `${measure.name}-${who.letter}` },
    layout.isStacked &&
      label(who.letter, {
        x: 0,
        y: middle + 4.5,
        fill: who.style.text,
        'font-weight': who.name === options.focus ? 700 : 600,
      }),
    interval !== null && [
      el('line', { x1: scale(0), x2: scale(0), y1: span.top + 1, y2: span.bottom, stroke: colour('tertiary') }),
      el('line', {
        x1: scale(interval.low),
        x2: scale(interval.high),
        ...line,
        'stroke-width': 5,
        'stroke-opacity': 0.35,
      }),
      el('circle', { cx: scale(interval.mean), cy: middle, r: 3.5, fill: who.style.line }),
    ],
    label(cells[2 + at], { x: column.x + column.width, y: middle + 4.5, 'text-anchor': 'end' }),
  );
}

function csvOf({ findings }: Result, measures: readonly Measure[]): Drawing['csv'] {
  const base = findings.base?.name ?? '';
  const rows: Drawing['csv'] = [['measure', 'scenario', 'base', 'mean', 'ci_low', 'ci_high', 'unit']];
  for (const measure of measures) {
    for (const { name } of findings.scenarios) {
      const level = estimate(findings, name, measure);
      if (level) rows.push([measure.name, name, '', level.mean, level.ciLow, level.ciHigh, measure.unit]);
    }
    for (const { name } of alternatives(findings)) {
      const row = comparison(findings, name, measure);
      if (row) rows.push([measure.name, name, base, row.meanDifference, row.ciLow, row.ciHigh, measure.unit]);
    }
  }
  return rows;
}
