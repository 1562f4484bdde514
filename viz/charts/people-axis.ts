/** An axis of persons: few gridlines, whole steps. */
import { number, signed } from '../../scenarios/words/format.ts';
import type { Language } from '../../scenarios/words/words.ts';
import { textWidth } from './measure-text.ts';
import { pixel } from './queues/time-marks.ts';
import { el, label, type Svg } from './svg.ts';
import { colour } from './theme.ts';

/** Gridlines beside the one at 0. */
const mostLines = 3;

/** Even steps of 1, 2 or 5 times a power of ten within low–high, 0 among them, four lines at most. */
export function ticks(low: number, high: number): number[] {
  for (let power = -2; ; power++) {
    for (const factor of [1, 2, 5]) {
      const step = factor * 10 ** power;
      const first = Math.ceil(low / step - 1e-9);
      const last = Math.floor(high / step + 1e-9);
      if (last - first > mostLines) continue;
      // counted in steps, so that 3 × 0.1 is 0.3
      return Array.from({ length: last - first + 1 }, (_, i) => ((first + i) * factor) / 10 ** -power);
    }
  }
}

/** How many decimals the numbers on such an axis need. */
export const tickDigits = (values: readonly number[]): number => (values.every(Number.isInteger) ? 0 : 1);

export interface AxisPlace {
  lang: Language;
  y: (value: number) => number;
  /** Ends of the gridlines. */
  left: number;
  right: number;
  /** Where numbers end. */
  numbers: number;
  size: number;
}

/** Hairlines with their numbers; with `isSigned` numbers have a sign. */
export function peopleAxis(values: readonly number[], place: AxisPlace, isSigned = false): Svg {
  const { lang, y, left, right, numbers, size } = place;
  const digits = tickDigits(values);
  return values.map((value) => {
    const text = (isSigned ? signed : number)(lang, value, digits);
    // tens of thousands begin at the edge, and their line after them
    const end = Math.max(numbers, textWidth(text, size));
    return [
      el('path', {
        d: `M${Math.max(left, end + 3)},${pixel(y(value))}H${right}`,
        stroke: colour(value === 0 ? 'edge' : 'hairline'),
      }),
      label(text, {
        x: end,
        y: y(value) + size * 0.35,
        'text-anchor': 'end',
        'font-size': size,
        fill: colour('secondary'),
      }),
    ];
  });
}

/** Decimals of a mean number of persons: few persons are counted in tenths. */
export const personDigits = (largest: number): number => (largest < 10 ? 1 : 0);
