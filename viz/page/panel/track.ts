/** Where the track of a lever begins and ends, and how far a step goes. */

interface Tracked {
  /** Plausible range. */
  low: number;
  high: number;
  value: number;
  /** The value in A; NaN: it has none. */
  base: number;
  unit: string;
}

/** The ends of a track: the plausible range with half of it on either side, as far as values make sense. */
export function trackOf({ low, high, value, base, unit }: Tracked): { from: number; to: number; step: number } {
  const room = Math.max(high - low, Math.abs(value) * 0.1, 1e-6);
  const most = unit === 'share' && high <= 1 ? 1 : Number.POSITIVE_INFINITY;
  const step = niceStep(room / 40);
  const values = [value, base].filter(Number.isFinite);
  const from = Math.max(low < 0 ? Number.NEGATIVE_INFINITY : 0, Math.min(low - room / 2, ...values));
  const to = Math.min(most, Math.max(high + room / 2, ...values));
  return { from: Math.floor(from / step + 1e-9) * step, to: Math.ceil(to / step - 1e-9) * step, step };
}

/** 1, 2 or 5 times a power of ten, at most so large. */
export function niceStep(most: number): number {
  const power = 10 ** Math.floor(Math.log10(most));
  const times = most / power;
  return Number(((times >= 5 ? 5 : times >= 2 ? 2 : 1) * power).toPrecision(1));
}
