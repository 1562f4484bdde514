/** Where the track of a lever begins and ends, and how far a step goes. */
import type { Setting } from './settings.ts';

export type Tracked = Pick<Setting, 'low' | 'high' | 'min' | 'max' | 'isWhole' | 'now' | 'valueInBase'>;

export interface Track {
  from: number;
  to: number;
  step: number;
}

/** The plausible range with half of it on either side, as far as the model takes values; what is set has room. */
export function trackOf({ low, high, min, max, isWhole, now, valueInBase }: Tracked): Track {
  const values = [now, valueInBase].filter((value) => value !== null);
  const known = low !== null && high !== null && low < high;
  // without a range of its own: as far as the model takes it, or as far again as the value
  const reach = Math.max(...values.map(Math.abs), 0) || 1;
  const [least, most] = known ? [low, high] : [Math.max(min, 0), Math.min(max, 2 * reach)];
  const room = Math.max(most - least, 1e-6);
  const step = isWhole ? Math.max(1, niceStep(room / 40)) : niceStep(room / 40);
  const from = Math.min(Math.max(min, known ? least - room / 2 : least), ...values);
  const to = Math.max(Math.min(max, known ? most + room / 2 : most), ...values);
  return {
    from: Math.max(min, Math.floor(from / step + 1e-9) * step),
    to: Math.min(max, Math.ceil(to / step - 1e-9) * step),
    step,
  };
}

/** 1, 2 or 5 times a power of ten, at most so large. */
export function niceStep(most: number): number {
  const power = 10 ** Math.floor(Math.log10(most));
  const times = most / power;
  return Number(((times >= 5 ? 5 : times >= 2 ? 2 : 1) * power).toPrecision(1));
}
