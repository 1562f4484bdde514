/** Numbers of the generated pages, in English. */
import { format } from 'd3';
import type { Estimate } from '../experiment/statistics/jackknife.ts';

/** A number with so many decimals and commas between thousands. */
export const numberText = (value: number, decimals: number): string => format(`,.${decimals}f`)(value);

/** A mean and the half-width of its 95 % interval; `scale` 100 for shares in per cent. */
export function estimateText({ mean, ciLow, ciHigh }: Estimate, decimals: number, scale = 1): string {
  if (mean === null) return '–';
  const half = ciLow === null || ciHigh === null ? '' : ` ± ${numberText(((ciHigh - ciLow) / 2) * scale, decimals)}`;
  return `${numberText(mean * scale, decimals)}${half}`;
}
