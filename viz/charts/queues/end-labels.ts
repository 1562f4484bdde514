/** Labels at the end of lines, moved apart where they would touch. */
import { apart, balanced, textWidth } from '../measure-text.ts';
import type { Who } from '../scenarios.ts';
import { el, escaped, figuresOf, label, type Svg } from '../svg.ts';
import { colour, type } from '../theme.ts';
import type { TimeFrame } from './time-frame.ts';

export interface EndLabel {
  who: Who;
  /** Where the line ends. */
  y: number;
  /** What stands in the scenario's colour, before the value: a letter with or without its name. */
  name: string;
  value: string;
  /** After the value, in grey. */
  beside: string;
}

const lineHeight = 17;
/** A label that had to go farther than this is joined to its line. */
const joinedFrom = 12;

/**
 * Name and value on lines of their own, or both on one where `isTerse`.
 * @param low where the first label may begin, and `high` where the last must end
 */
export function endLabels(
  labels: readonly EndLabel[],
  { right, ends, endWidth, narrow }: TimeFrame,
  low: number,
  high: number,
  isTerse: boolean,
  focus: string,
): Svg {
  const names = labels.map(({ name }) => (isTerse ? [name] : balanced(name, endWidth, type.small, 650)));
  const rows = names.map((lines, i) => (isTerse ? 1 : lines.length + rowsBelow(labels[i], endWidth)));
  const gap = Math.max(24, Math.max(...rows) * lineHeight + 6);
  const places = apart(
    labels.map(({ y }) => y),
    gap,
    low + gap / 2,
    high - gap / 2,
  );
  return labels.map((it, i) => {
    const { who, y } = it;
    const middle = places[i];
    const leader = Math.abs(middle - y) > joinedFrom && {
      d: `M${right + 2},${y}L${ends - (narrow ? 3 : 4)},${middle}`,
      stroke: who.style.line,
      fill: 'none',
    };
    const first = middle - (rows[i] * lineHeight) / 2 + 13;
    return el(
      'g',
      { 'data-scenario': who.name, 'data-end-label': 'true' },
      target({ x: ends, y: middle - gap / 2, width: endWidth, height: gap }),
      leader && el('path', { ...leader, 'stroke-width': 1 }),
      written(it, isTerse ? null : names[i], { x: ends, first, width: endWidth }, who.name === focus ? 700 : 600),
    );
  });
}

/** The label's lines of text. `names`: those of its name; null: name and value share one line. */
function written(
  { who, name, value, beside }: EndLabel,
  names: readonly string[] | null,
  { x, first, width }: { x: number; first: number; width: number },
  weight: number,
): Svg {
  const at = (row: number) => ({ x, y: first + row * lineHeight, 'font-size': type.small });
  const inColour = { fill: who.style.text, 'font-weight': weight, style: figuresOf(name) };
  const strong = el('tspan', { fill: colour('ink'), 'font-weight': weight }, escaped(value));
  const grey = (text: string) => text !== '' && el('tspan', { fill: colour('secondary') }, escaped(text));
  if (names === null) return el('text', at(0), el('tspan', inColour, escaped(`${name} `)), strong, grey(beside));
  const under = names.length;
  return [
    names.map((line, row) => label(line, { ...at(row), ...inColour })),
    rowsBelow({ value, beside }, width) === 1
      ? el('text', at(under), strong, grey(beside))
      : [el('text', at(under), strong), el('text', at(under + 1), grey(beside.trim()))],
  ];
}

/** A value and what stands beside it share a line where there is room. */
const rowsBelow = ({ value, beside }: Pick<EndLabel, 'value' | 'beside'>, width: number): 1 | 2 =>
  textWidth(value, type.small, 700) + textWidth(beside, type.small) <= width ? 1 : 2;

/** What a pointer may hit to choose a scenario: as large as there is room for, and not seen. */
export const target = (box: { x: number; y: number; width: number; height: number }): Svg =>
  el('rect', { ...box, fill: 'none', 'pointer-events': 'all' });
