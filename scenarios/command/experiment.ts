/** What `run`, `compare` and `start` share: resolve the scenarios, run them with a bar, print the answer. */
import { readdirSync, readFileSync } from 'node:fs';
import { runExperiment } from '../experiment/experiment.ts';
import type { ExperimentRequest, Findings } from '../experiment/findings.ts';
import type { ResultWriter } from '../experiment/output.ts';
import { replicationsOf } from '../experiment/pool.ts';
import { resolveAll } from '../resolve/resolve-all.ts';
import { openResults } from '../results/directory.ts';
import type { Language } from '../words/words.ts';
import { answer } from './answer.ts';
import { colours } from './colours.ts';
import { commandLine } from './command-line.ts';
import { exitCodes, UsageError } from './failure.ts';
import { listen } from './interrupt.ts';
import type { RunSettings } from './options.ts';
import { startProgress } from './progress.ts';
import { widthOf } from './text.ts';
import type { CommandKey } from './words.ts';
import { word } from './words.ts';

/** Reads a file by its path, for scenarios that name one. */
export const readFile = (path: string): Uint8Array => readFileSync(path);

/** A scenario laid over the base where it is written as policies alone: `+framework`. */
export function overBase(base: string, alternative: string): string {
  return alternative.startsWith('+') ? base + alternative : alternative;
}

/**
 * The directory of a result that was given no name: results/ and the scenarios, without what file systems dislike.
 * @param names as they were typed
 */
export function defaultDirectory(names: readonly string[]): string {
  const plain = names.map((name) =>
    name
      .replace(/\.(ya?ml|json)\b/gi, '')
      .replace(/[^\p{L}\p{N}+:@-]+/gu, '-')
      .replace(/[:@]/g, '-')
      .replace(/^-+|-+$/g, ''),
  );
  const [first, ...others] = plain;
  const rest = others.map((name) => (name.startsWith(`${first}+`) ? name.slice(first.length) : `_${name}`));
  const whole = first + rest.join('');
  return `results/${whole.length <= 80 ? whole : `${whole.slice(0, 70)}-and-more`}`;
}

/** Reads files by their path, and keeps in `kept` what they held. */
function keepingReader(kept: Map<string, string>): (path: string) => Uint8Array {
  return (path) => {
    const bytes = readFile(path);
    kept.set(path, new TextDecoder().decode(bytes));
    return bytes;
  };
}

/** What to say and do when Ctrl-C is pressed. */
interface OnInterrupt {
  /** Said at the first. */
  stopping: CommandKey;
  /** Said at the second. */
  stopped: CommandKey;
  /** Done at the second: removes what is left of the run. Must not wait for anything. */
  tidy: () => void;
}

/** Runs an experiment with a bar, until Ctrl-C. */
export async function runWatched(
  request: Omit<ExperimentRequest, 'signal' | 'progress'>,
  writer: ResultWriter,
  lang: Language,
  { stopping, stopped, tidy }: OnInterrupt,
): Promise<Findings> {
  const progress = startProgress(lang, request.replications, process.stderr);
  const interruptions = listen(
    () => process.stderr.write(`\n${word(lang, stopping)}\n`),
    () => {
      progress.stop();
      tidy();
      process.stderr.write(`${word(lang, stopped)}\n`);
    },
  );
  try {
    return await runExperiment(
      { ...request, signal: interruptions.signal, progress: (done, total) => progress.update(done, total) },
      writer,
      replicationsOf,
    );
  } finally {
    progress.stop();
    interruptions.dispose();
  }
}

/**
 * Runs the experiment and prints the answer.
 * @param compares pair all with the first scenario
 * @param typed the command's arguments
 * @returns the exit code
 */
export async function runAndPrint(
  names: readonly string[],
  compares: boolean,
  settings: RunSettings,
  typed: readonly string[],
): Promise<number> {
  const { lang, sets, years, history } = settings;
  const files = new Map<string, string>();
  const scenarios = resolveAll(names, { sets, years, history, readFile: keepingReader(files) });
  const base = compares ? scenarios[0] : null;
  for (const scenario of scenarios) {
    if (base !== null && scenario.place.name !== base.place.name) {
      throw new UsageError('usage_compare_places', { base: base.name, alternative: scenario.name });
    }
  }
  const out = settings.out ?? defaultDirectory(names);
  const writer = openResults(out, { force: settings.force });
  const request = {
    scenarios,
    base,
    replications: settings.replications,
    precision: settings.precision,
    seed: settings.seed,
    uncertainty: settings.uncertainty,
    workers: settings.workers,
    every: settings.every,
    municipalities: settings.municipalities,
    events: settings.events,
    command: commandLine(typed),
    inputs: { scenarios: [...names], sets, files: Object.fromEntries(files) },
  };
  const tidy = () => writer.discard();
  const findings = await runWatched(request, writer, lang, {
    stopping: 'stopping',
    stopped: 'interrupted_nothing',
    tidy,
  });
  const paper = { width: widthOf(process.stdout), colours, lang };
  process.stdout.write(answer(findings, paper, readdirSync(out).length));
  return findings.complete ? exitCodes.done : exitCodes.interrupted;
}
