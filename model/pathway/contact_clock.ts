/**
 * The one clock: days since the last service contact. Its factor is 1 until day `gap_from`, rises in a straight line to
 * `gap_hr` at day `gap_full`, and stays there. Giving up and relapse both read it.
 */
import type { CommonNumbers } from '../parameters.ts';

/** The factor, summed over the first `age` days without contact. */
export function clockArea(age: number, relapse: CommonNumbers['relapse']): number {
  const { gap_hr, gap_from_days, gap_full_days } = relapse;
  if (age <= gap_from_days) return age;
  const width = gap_full_days - gap_from_days;
  const into = age - gap_from_days;
  if (into <= width) return age + ((gap_hr - 1) * into * into) / (2 * width);
  return gap_from_days + (width * (1 + gap_hr)) / 2 + (into - width) * gap_hr;
}

/** The age at which the sum reaches `area`. */
export function clockAge(area: number, relapse: CommonNumbers['relapse']): number {
  const { gap_hr, gap_from_days, gap_full_days } = relapse;
  if (area <= gap_from_days) return area;
  const width = gap_full_days - gap_from_days;
  const ramp = (width * (1 + gap_hr)) / 2;
  const left = area - gap_from_days;
  if (left >= ramp) return gap_hr > 0 ? gap_full_days + (left - ramp) / gap_hr : Infinity;
  const slope = gap_hr - 1;
  if (slope === 0) return area;
  // slope·x²/(2·width) + x = left
  const root = Math.sqrt(1 + (2 * slope * left) / width);
  return gap_from_days + ((root - 1) * width) / slope;
}
