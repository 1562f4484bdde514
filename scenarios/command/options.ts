/** The options of `run`, `compare` and `start`. */
import { availableParallelism } from 'node:os';
import type { Options } from 'yargs';
import { catalogue } from '../experiment/catalogue.ts';
import type { PrecisionAsked } from '../experiment/findings.ts';
import { nearest } from '../resolve/nearest.ts';
import type { Language } from '../words/words.ts';
import { languages } from '../words/words.ts';
import type { Given } from './arguments.ts';
import { choice, text, texts, whole } from './arguments.ts';
import { UsageError } from './failure.ts';
import { word } from './words.ts';

export const uncertainties = ['all', 'chance'] as const;
export const intervals = ['quarter', 'month', 'week', 'day'] as const;
export const extents = ['focus', 'all'] as const;

export interface RunSettings {
  out: string | undefined;
  replications: number;
  precision: PrecisionAsked | undefined;
  seed: number;
  years: number;
  history: number;
  uncertainty: (typeof uncertainties)[number];
  workers: number;
  sets: string[];
  every: (typeof intervals)[number];
  municipalities: (typeof extents)[number];
  force: boolean;
  events: boolean;
  lang: Language;
}

/** What holds where nothing is said. */
export const defaults = {
  replications: 100,
  seed: 1,
  years: 10,
  history: 5,
  uncertainty: 'all',
  every: 'month',
  /** What `--precision` is about: the headline of waiting. */
  precise: 'unserved_waiting_mean',
  municipalities: 'focus',
  lang: 'en',
} as const;

/** The options that every command has. */
export function commonOptions(lang: Language): Record<string, Options> {
  return {
    lang: { type: 'string', requiresArg: true, describe: word(lang, 'option_lang'), defaultDescription: defaults.lang },
  };
}

/** The options of a run, with their defaults in words; `own` are the defaults of one command where they differ. */
export function runOptions(lang: Language, own: Partial<Record<string, string>> = {}): Record<string, Options> {
  const valued = (describe: string, defaultDescription?: string): Options => ({
    type: 'string',
    requiresArg: true,
    describe,
    ...(defaultDescription === undefined ? {} : { defaultDescription }),
  });
  return {
    out: valued(word(lang, 'option_out'), own.out ?? word(lang, 'option_out_default')),
    replications: valued(word(lang, 'option_replications'), String(defaults.replications)),
    precision: valued(word(lang, 'option_precision', { measure: defaults.precise })),
    seed: valued(word(lang, 'option_seed'), String(defaults.seed)),
    years: valued(word(lang, 'option_years'), String(defaults.years)),
    history: valued(word(lang, 'option_history'), String(defaults.history)),
    uncertainty: valued(word(lang, 'option_uncertainty'), defaults.uncertainty),
    workers: valued(word(lang, 'option_workers'), word(lang, 'option_workers_default')),
    set: valued(word(lang, 'option_set')),
    every: valued(word(lang, 'option_every'), own.every ?? defaults.every),
    municipalities: valued(word(lang, 'option_municipalities'), defaults.municipalities),
    force: { type: 'boolean', describe: word(lang, 'option_force') },
    events: { type: 'boolean', describe: word(lang, 'option_events') },
  };
}

/**
 * A share of the mean in per cent, of a measure: `5%` or `wait_follow_up_mean=5%`.
 * @throws UsageError also for a measure that the catalogue does not have, and for a median
 */
function readPrecision(given: Given): PrecisionAsked | undefined {
  const written = text(given, 'precision');
  if (written === undefined) return undefined;
  const [, measure = defaults.precise, percent] = /^(?:([^=]*)=)?(\d+(?:\.\d+)?)%$/.exec(written) ?? [];
  const share = Number(percent) / 100;
  if (!(share > 0 && share <= 1)) throw new UsageError('option_precision_share', { found: written });
  const { measures } = catalogue();
  const ratios = measures.filter(({ kind }) => kind === 'ratio').map(({ name }) => name);
  if (!ratios.includes(measure)) {
    const median = measures.some(({ name }) => name === measure);
    throw new UsageError(
      median ? 'option_precision_median' : 'option_precision_measure',
      { found: measure },
      median ? undefined : nearest(measure, ratios),
    );
  }
  return { measure, share };
}

/** Threads; all cores where nothing is said. */
export function readWorkers(given: Given): number {
  return whole(given, 'workers', 1, 1_024) ?? availableParallelism();
}

/**
 * Reads the options of a run.
 * @param own the defaults of one command where they differ
 * @throws UsageError for the first value that is wrong
 */
export function readRunSettings(given: Given, own: Partial<RunSettings> = {}): RunSettings {
  return {
    out: text(given, 'out') ?? own.out,
    replications: whole(given, 'replications', 1, 1_000_000) ?? defaults.replications,
    precision: readPrecision(given),
    seed: whole(given, 'seed', 0, Number.MAX_SAFE_INTEGER) ?? defaults.seed,
    years: whole(given, 'years', 1, 100) ?? defaults.years,
    history: whole(given, 'history', 0, 100) ?? defaults.history,
    uncertainty: choice(given, 'uncertainty', uncertainties) ?? defaults.uncertainty,
    workers: readWorkers(given),
    sets: texts(given, 'set'),
    every: choice(given, 'every', intervals) ?? own.every ?? defaults.every,
    municipalities: choice(given, 'municipalities', extents) ?? defaults.municipalities,
    force: given.force === true || own.force === true,
    events: given.events === true,
    lang: choice(given, 'lang', languages) ?? defaults.lang,
  };
}
