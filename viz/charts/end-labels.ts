/** Labels at the end of lines, moved apart where they would touch. */
import { apart, balanced, textWidth } from './measure-text.ts';
import type { Who } from './scenarios.ts';
import { el, escaped, label, type Svg } from './svg.ts';
import { colour, type } from './theme.ts';
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
  const gap = Math.max(...rows) * lineHeight + (isTerse ? 3 : 6);
  const places = apart(
    labels.map(({ y }) => y),
    gap,
    low + gap / 2,
    high - gap / 2,
  );
  return labels.map((it, i) => {
    const { who, y, value, beside } = it;
    const isFocus = who.name === focus;
    const weight = isFocus ? 700 : 600;
    const block = rows[i] * lineHeight;
    const top = places[i] - block / 2 + 13;
    const at = (row: number) => ({ x: ends, y: top + row * lineHeight, 'font-size': type.small });
    const inColour = { fill: who.style.text, 'font-weight': weight };
    const strong = (text: string) => el('tspan', { fill: colour('ink'), 'font-weight': weight }, escaped(text));
    const grey = (text: string) => el('tspan', { fill: colour('secondary') }, escaped(text));
    const isFar = Math.abs(places[i] - y) > joinedFrom;
    const leader = isFar && {
      d: `M${right + 2},${y}L${ends - (narrow ? 3 : 4)},${places[i]}`,
      stroke: who.style.line,
      fill: 'none',
    };
    const written = isTerse
      ? [el('text', at(0), el('tspan', inColour, escaped(`${it.name} `)), strong(value), beside !== '' && grey(beside))]
      : [
          ...names[i].map((line, row) => label(line, { ...at(row), ...inColour })),
          ...(rowsBelow(it, endWidth) === 2
            ? [el('text', at(names[i].length), strong(value)), el('text', at(names[i].length + 1), grey(beside.trim()))]
            : [el('text', at(names[i].length), strong(value), grey(beside))]),
        ];
    return el(
      'g',
      { 'data-scenario': who.name, 'data-end-label': 'true' },
      leader && el('path', { ...leader, 'stroke-width': 1 }),
      written,
    );
  });
}

/** A value and what stands beside it share a line where there is room. */
const rowsBelow = ({ value, beside }: EndLabel, width: number): 1 | 2 =>
  textWidth(value, type.small, 700) + textWidth(beside, type.small) <= width ? 1 : 2;
