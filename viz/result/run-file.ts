/** `run.json` of a result directory, as far as the viewer needs it. */
import { z } from 'zod';
import type { Answer } from '../../scenarios/results/run-json.ts';
import { quoted, ResultError } from './result-error.ts';
import type { ResultFiles } from './result-files.ts';

const count = z.int().min(0);
const label = z.object({ en: z.string(), nb: z.string() });
const value = z.number().nullable();

const precision = z.object({
  measure: z.string(),
  municipality: z.string(),
  share: z.number(),
  reached: count.nullable(),
  look_ahead: count,
  held: z.boolean(),
  deviation: value,
});

const inputs = z.object({
  scenarios: z.array(z.string()).min(1),
  set: z.array(z.string()),
  files: z.record(z.string(), z.string()),
});

const answer: z.ZodType<Answer> = z.object({
  rows: z.record(z.string(), count),
  medians: z.array(
    z.object({
      scenario: z.string(),
      period: z.string(),
      municipality: z.string(),
      measure: z.string(),
      ci99_low: value,
      ci99_high: value,
    }),
  ),
  traits: z.array(z.object({ no: z.number(), yes: z.number() }).nullable()),
  shares_of_grant: z.array(value),
  fates: z
    .object({
      municipality: z.string(),
      keeps: count,
      loses: count,
      differences: z.array(
        z.object({
          scenario: z.string(),
          measure: z.string(),
          fate: z.enum(['keeps', 'loses']),
          mean: value,
          ci_low: value,
          ci_high: value,
          n: count,
        }),
      ),
    })
    .nullable(),
});

const schema = z.object({
  version: z.string(),
  command: z.string(),
  seed: count,
  replications: count.min(1),
  replications_asked: count,
  complete: z.boolean(),
  precision: precision.nullable().optional(),
  uncertainty: z.enum(['all', 'chance']),
  horizon: z.object({ switch: z.int(), history: count, years: count.min(1) }),
  every: z.enum(['quarter', 'month', 'week', 'day']),
  inputs: inputs.nullable().optional(),
  base: z.string().nullable(),
  scenarios: z
    .array(
      z.object({
        name: z.string(),
        label,
        conditions: z.array(z.object({ path: z.string(), value: z.number(), municipality: z.string() })),
        plan: z.string(),
      }),
    )
    .min(1),
  focus: z.array(z.string()),
  municipalities: z.array(z.string()),
  middle: count.nullable(),
  answer: answer.optional(),
  flow_balance: z.object({ cells: count, failed: count }),
  kept_megabytes: z.number(),
  events: z.number(),
  wall_seconds: z.number(),
  events_per_second: z.number(),
});

export type RunFile = z.infer<typeof schema>;

const file = 'run.json';

/**
 * Reads what made a result.
 * @throws ResultError when this is no result of Forløp
 */
export async function readRunFile(files: ResultFiles): Promise<RunFile> {
  if (!files.names.includes(file)) throw new ResultError('files_no_run', { file: files.directory });
  const text = await files.text(file);
  let found: unknown;
  try {
    found = JSON.parse(text);
  } catch {
    throw new ResultError('files_no_json', { file });
  }
  const read = schema.safeParse(found);
  if (read.success) return checked(read.data);
  const [{ path }] = read.error.issues;
  const place = { file, column: path.length === 0 ? null : path.join('.') };
  const wrong = path.reduce<unknown>((inner, key) => (inner as Record<PropertyKey, unknown> | null)?.[key], found);
  if (wrong === undefined) throw new ResultError('files_other_run_missing', place);
  throw new ResultError('files_other_run', place, { found: quoted(JSON.stringify(wrong)) });
}

/** What the schema cannot say. */
function checked(run: RunFile): RunFile {
  const names = run.scenarios.map(({ name }) => name);
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) {
    throw new ResultError('files_twice', { file, column: 'scenarios' }, { found: quoted(twice) });
  }
  if (run.base !== null && !names.includes(run.base)) {
    const expected = names.join(', ');
    throw new ResultError('files_none_of', { file, column: 'base' }, { found: quoted(run.base), expected });
  }
  return run;
}
