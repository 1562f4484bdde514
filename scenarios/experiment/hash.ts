/** Fingerprints of data: the same content gives the same, whatever the order of keys. */
import { digest } from './statistics/digest.ts';

/** JSON with sorted keys; NaN (left to a municipality) is null. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value).filter(([, content]) => content !== undefined);
    entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    return `{${entries.map(([key, content]) => `${JSON.stringify(key)}:${canonical(content)}`).join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}

/** 16 hexadecimal digits. */
export const fingerprint = (value: unknown): string => digest([canonical(value)]);
