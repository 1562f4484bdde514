/** A parameter as a file gives it, made complete: its value, its range, and what is known about it. */

import { dayOf, newYear } from '../../model/kernel/calendar.ts';
import type { Declared } from '../../model/parameters.ts';
import { unitName } from '../words/units.ts';
import type { Spot } from './input-error.ts';
import { InputError } from './input-error.ts';
import type { Language } from './messages.ts';
import { isWhole } from './paths.ts';
import type { PathPart, Source } from './read-yaml.ts';
import type { Label } from './schema.ts';

/** One dated value of a series; the day counts from 1970-01-01. */
export interface DatedValue {
  day: number | null;
  low: number;
  value: number;
  high: number;
}

export interface Given {
  path: string;
  key: string;
  /** What its draw is addressed by: its key, or that of the number it was copied from. */
  luck: string;
  /** One value from the beginning, or a series in order of time. NaN: left to the municipality's priority. */
  values: DatedValue[];
  unit: string;
  source: string;
  confidence: string;
  heldBy: string | undefined;
  label: Label | undefined;
  /** Whether a future draws it. */
  drawn: boolean;
  spot: Spot;
  /** Who gave it, as messages name it: a place, a policy, or --set. */
  giver: string;
  /** Later layers lie over earlier ones: defaults, places, policies, --set. */
  layer: number;
}

export type Raw =
  | number
  | 'drawn'
  | {
      value?: number | 'drawn';
      series?: Record<string, number | { value: number; low?: number; high?: number }>;
      low?: number;
      high?: number;
      unit?: string;
      source?: string;
      confidence?: string;
      held_by?: string;
      label?: Label;
    };

export interface Giver {
  giver: string;
  layer: number;
  /** What stands as the source of a bare number. */
  source: string;
}

/**
 * Reads one parameter.
 * @param operand whether it is what a change is made by; then only the result has to keep the parameter's limits
 * @throws InputError when range, unit or limits are wrong
 */
export function given(
  path: string,
  declared: Declared,
  raw: Raw,
  source: Source,
  at: readonly PathPart[],
  by: Giver,
  options: { key?: string; operand?: 'set' | 'scale' | 'add'; label?: Label } = {},
): Given {
  const spot = source.spot(at);
  const full = typeof raw === 'object' ? raw : { value: raw };
  const isBare = typeof raw !== 'object';
  if (full.unit !== undefined && full.unit !== unitOf(declared, options.operand)) {
    throw new InputError('wrong_unit', source.spot([...at, 'unit']), {
      found: full.unit,
      expected: unitOf(declared, options.operand),
    });
  }
  const values: DatedValue[] = [];
  const limits = options.operand === 'scale' || options.operand === 'add' ? undefined : declared;
  if (full.series !== undefined) {
    const dated = Object.entries(full.series)
      .map(([date, entry]) => {
        const inside = [...at, 'series', date];
        return {
          ...range(
            typeof entry === 'object' ? entry : { value: entry },
            path,
            limits,
            source,
            inside,
            declared,
            typeof entry === 'number',
          ),
          day: dayOfText(date, source.spot(inside)) as number | null,
        };
      })
      .sort((a, b) => (a.day as number) - (b.day as number));
    // before its first date a series has its first value
    if (dated.length > 0) dated[0].day = null;
    values.push(...dated);
  } else if (full.value !== undefined) {
    values.push({ ...range(full, path, limits, source, at, declared, isBare), day: null });
  }
  if (values.length === 0) {
    throw new InputError('missing_key', spot, { found: 'value', expected: '@number' });
  }
  const isRanged = values.some(({ low, high }) => low < high);
  return {
    path,
    key: options.key ?? path,
    luck: options.key ?? path,
    values,
    unit: unitOf(declared, options.operand),
    source: full.source ?? (isBare ? by.source : ''),
    confidence: full.confidence ?? (isBare ? 'known' : ''),
    heldBy: full.held_by,
    label: full.label ?? options.label,
    drawn: isRanged && full.held_by === undefined && !isWhole(declared),
    spot,
    giver: by.giver,
    layer: by.layer,
  };
}

const unitOf = (declared: Declared, operand?: string) => (operand === 'scale' ? 'factor' : declared.unit);

function range(
  it: { value?: number | 'drawn'; low?: number; high?: number },
  path: string,
  limits: Declared | undefined,
  source: Source,
  at: readonly PathPart[],
  declared: Declared,
  isBare = false,
): { low: number; value: number; high: number } {
  const spot = source.spot(at);
  if (it.value === 'drawn') {
    if (!declared.drawn) throw new InputError('not_drawn', spot, { found: path });
    return { low: Number.NaN, value: Number.NaN, high: Number.NaN };
  }
  const value = it.value as number;
  for (const [one, other] of [
    ['low', 'high'],
    ['high', 'low'],
  ] as const) {
    if (it[one] !== undefined && it[other] === undefined) {
      throw new InputError('half_range', source.spot([...at, one]), { found: one, expected: other });
    }
  }
  const low = it.low ?? value;
  const high = it.high ?? value;
  if (!(low <= value && value <= high)) throw new InputError('range_order', spot, { low, value, high });
  if (limits) {
    for (const [name, number] of [
      ['value', value],
      ['low', low],
      ['high', high],
    ] as const) {
      if (number < limits.min || number > limits.max) {
        const inside = isBare ? at : [...at, name];
        throw new InputError('outside_limits', source.spot(inside), {
          name: name === 'value' ? path : `${path} (${name})`,
          found: number,
          expected: limitsText(limits),
        });
      }
    }
    if (isWhole(declared) && !Number.isInteger(value)) throw notWhole(path, value, declared, spot);
  }
  return { low, value, high };
}

export function notWhole(path: string, value: number, declared: Declared, spot: Spot): InputError {
  const expected = declared.unit.startsWith('yes (1)') ? '@zero-or-one' : '@whole';
  return new InputError('not_whole', spot, { name: path, found: value, expected });
}

/** The unit is in English as a file writes it. */
export function limitsText({ min, max, unit }: Declared): Record<Language, string> {
  return { en: `${min}–${max} (${unit})`, nb: `${min}–${max} (${unitName('nb', unit)})` };
}

/**
 * The day of a date, counted from 1970-01-01.
 * @param date `2029`, `'2029'` (its first day) or `'2029-01-01'`
 * @throws InputError when there is no such date
 */
export function dayOfText(date: string | number, spot: Spot): number {
  const parts = /^(\d{4})(?:-(\d{2})-(\d{2}))?$/.exec(String(date));
  if (parts) {
    if (parts[2] === undefined) return newYear(Number(parts[1]));
    try {
      return dayOf(Number(parts[1]), Number(parts[2]), Number(parts[3]));
    } catch {
      // no such day in that month
    }
  }
  throw new InputError('not_a_date', spot, { found: String(date) });
}
