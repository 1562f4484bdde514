/** Reads and checks what was typed. Every value arrives as text, so that a message can say what was found. */
import { nearest } from '../resolve/nearest.ts';
import type { Language } from '../words/words.ts';
import { languages } from '../words/words.ts';
import { UsageError } from './failure.ts';

/** An option's value as yargs hands it over: text, or a list where it was given more than once. */
export type Given = Readonly<Record<string, unknown>>;

/** The language that is asked for, read before anything else so that every message is in it; English, never the environment's. */
export function languageOf(argv: readonly string[]): Language {
  let lang: Language = 'en';
  argv.forEach((argument, at) => {
    const value = argument === '--lang' ? argv[at + 1] : argument.startsWith('--lang=') ? argument.slice(7) : undefined;
    if (value !== undefined && (languages as readonly string[]).includes(value)) lang = value as Language;
  });
  return lang;
}

/** @throws UsageError when the option is given twice or without a value */
export function text(given: Given, option: string): string | undefined {
  const value = given[option];
  if (value === undefined) return undefined;
  if (Array.isArray(value)) throw new UsageError('option_twice', { option });
  const written = String(value);
  if (written === '') throw new UsageError('option_empty', { option });
  return written;
}

/** All values of an option that may be given more than once. */
export function texts(given: Given, option: string): string[] {
  const value = given[option];
  if (value === undefined) return [];
  const values = (Array.isArray(value) ? value : [value]).map(String);
  if (values.includes('')) throw new UsageError('option_empty', { option });
  return values;
}

/**
 * A whole number between two limits, both allowed.
 * @throws UsageError that names the option, what was found and what was expected
 */
export function whole(given: Given, option: string, low: number, high: number): number | undefined {
  const written = text(given, option);
  if (written === undefined) return undefined;
  const value = /^[+-]?\d+$/.test(written) ? Number(written) : Number.NaN;
  if (!(value >= low && value <= high)) throw new UsageError('option_whole', { option, found: written, low, high });
  return value;
}

/** @throws UsageError that lists the choices and names the nearest */
export function choice<Choice extends string>(
  given: Given,
  option: string,
  choices: readonly Choice[],
): Choice | undefined {
  const written = text(given, option);
  if (written === undefined) return undefined;
  if ((choices as readonly string[]).includes(written)) return written as Choice;
  throw new UsageError(
    'option_choice',
    { option, found: written, choices: choices.join(', ') },
    nearest(written, choices),
  );
}

/** The options in `argv` that a command does not know, without their dashes and values. */
export function unknownOptions(argv: readonly string[], known: readonly string[]): string[] {
  const end = argv.indexOf('--');
  return (end < 0 ? argv : argv.slice(0, end))
    .filter((argument) => /^-{1,2}[^\d-]/.test(argument))
    .map((argument) => argument.replace(/^-+/, '').replace(/=.*$/s, ''))
    .filter((name) => !known.includes(name));
}
