/** Reads the run.json of an earlier run, as far as it takes to repeat it. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { RunError } from '../experiment/run-error.ts';
import { files } from './files.ts';

const hash = z.string();
const count = z.int().min(0);

const schema = z.object({
  version: z.string(),
  command: z.string(),
  seed: count,
  replications: count.min(1),
  replications_asked: count,
  complete: z.boolean(),
  uncertainty: z.enum(['all', 'chance']),
  horizon: z.object({ history: count, years: count.min(1) }),
  every: z.enum(['quarter', 'month', 'week', 'day']),
  base: z.string().nullable(),
  scenarios: z.array(z.object({ name: z.string(), plan: hash })).min(1),
  lock_file: hash.nullable(),
  node: z.string().nullable(),
  engine: z.string().nullable(),
  self_test: hash,
});

const inputs = z.object({
  scenarios: z.array(z.string()).min(1),
  set: z.array(z.string()),
  municipalities: z.enum(['focus', 'all']),
  events: z.boolean(),
  files: z.record(z.string(), z.string()),
});

export type Run = z.infer<typeof schema>;
export type EarlierRun = Run & { inputs: z.infer<typeof inputs> };

/**
 * Reads what made a result.
 * @throws RunError (wrong input) when this is no result directory
 */
export function readRun(directory: string): Run & { inputs?: unknown } {
  const file = join(directory, 'run.json');
  let found: unknown;
  try {
    if (!statSync(directory).isDirectory()) {
      throw wrong(
        `${directory} is a file; expected a result directory`,
        `${directory} er en fil; ventet en resultatmappe`,
      );
    }
    found = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw unreadable(error, directory, file);
  }
  const read = schema.safeParse(found);
  if (!read.success) throw malformed(file, read.error);
  return { ...read.data, inputs: (found as { inputs?: unknown }).inputs };
}

/**
 * The same, as far as it takes to repeat the run.
 * @throws RunError (wrong input) when this is no result directory, or one that cannot be repeated from itself
 */
export function readEarlierRun(directory: string): EarlierRun {
  const file = join(directory, 'run.json');
  const { inputs: asked, ...run } = readRun(directory);
  if (asked === undefined || asked === null) {
    throw wrong(
      `${file}: inputs: missing; only results whose run.json says what was asked can be repeated`,
      `${file}: inputs: mangler; bare resultater der run.json sier hva som ble spurt om, kan gjentas`,
    );
  }
  const given = inputs.safeParse(asked);
  if (!given.success) throw malformed(file, given.error, 'inputs');
  return { ...run, inputs: given.data };
}

/** Files that only a comparison, or only a run with `--events`, has. */
const paired = ['comparison', 'hinges', 'breakeven'];
const optional = ['events'];

/**
 * The names of the files of a result.
 * @param isPaired whether scenarios were compared
 * @throws RunError (wrong input) when one is missing
 */
export function filesOf(directory: string, isPaired: boolean): string[] {
  const tables = Object.keys(files).filter((name) => isPaired || !paired.includes(name));
  const names = [...tables.map((name) => `${name}.csv`), 'datapackage.json', 'run.json'];
  const there = names.filter((name) => existsSync(join(directory, name)));
  const missing = names.find((name) => !there.includes(name) && !optional.includes(name.replace(/\.csv$/, '')));
  if (missing === undefined) return there;
  throw wrong(
    `${join(directory, missing)} is missing; expected all files of the result`,
    `${join(directory, missing)} mangler; ventet alle filene i resultatet`,
  );
}

const wrong = (en: string, nb: string) => new RunError(2, { en, nb });

function unreadable(error: unknown, directory: string, file: string): RunError {
  if (error instanceof RunError) return error;
  if (error instanceof SyntaxError) return wrong(`${file} is no JSON`, `${file} er ikke JSON`);
  const code = String((error as { code?: unknown }).code ?? error);
  if (code !== 'ENOENT') return wrong(`${file} cannot be read (${code})`, `${file} kan ikke leses (${code})`);
  return wrong(
    `${directory}: there is no run.json; expected the directory of a result`,
    `${directory}: det finnes ingen run.json; ventet mappen til et resultat`,
  );
}

function malformed(file: string, { issues: [issue] }: z.ZodError, within?: string): RunError {
  const path = [...(within === undefined ? [] : [within]), ...issue.path].join('.');
  const where = path === '' ? file : `${file}: ${path}`;
  return wrong(
    `${where}: not as a run writes it (${issue.message})`,
    `${where}: ikke slik en kjøring skriver det (${issue.message})`,
  );
}
