/**
 * A result directory as the one kind of data that charts are made of. The same in Node and in a worker of the page; on a
 * page's own thread it would bring along the engine's reader of places and policies.
 */
import { catalogue } from '../../scenarios/experiment/catalogue.ts';
import type { Findings, Precision } from '../../scenarios/experiment/findings.ts';
import type { Holes } from '../../scenarios/words/fill.ts';
import type { Label } from '../../scenarios/words/words.ts';
import { files as words } from '../words/files.ts';
import { filledLabel } from '../words/fill.ts';
import { verify } from './counted.ts';
import type { Watch } from './csv.ts';
import { readParameters, scenariosOf } from './facts.ts';
import { fatesOf, readBreakEven, readComparisons, readEstimates, readHinges } from './read-findings.ts';
import { readFlows, readMiddle, readWaits } from './read-people.ts';
import { Months, readBands, readCapacity, readSingles } from './read-series.ts';
import type { Result } from './result.ts';
import { ResultError } from './result-error.ts';
import type { Reading, ResultFiles } from './result-files.ts';
import type { RunFile } from './run-file.ts';
import { readRunFile } from './run-file.ts';

export interface ReadOptions {
  /** Told after each piece of a file. */
  progress?: (reading: Reading) => void;
  /** Aborted: reading ends with the signal's reason. */
  signal?: AbortSignal;
}

export interface Read {
  result: Result;
  /** What the files do not say, and what was left out: a sentence each. */
  notices: Label[];
}

/** Files that are read to their end, and how large one may be. */
const whole = ['flows.csv', 'capacity.csv', 'summary.csv', 'bands.csv', 'middle.csv'] as const;
const largest = 2e9;

/**
 * Reads a result directory.
 * @throws ResultError with the one thing that is wrong
 */
export async function readResult(files: ResultFiles, { progress, signal }: ReadOptions = {}): Promise<Read> {
  const run = await readRunFile(files);
  for (const file of needed(run)) refuseMissing(files, file);
  for (const file of whole) refuseLarge(files, file);
  const watch = watcher(files, progress, signal);
  const names = run.scenarios.map(({ name }) => name);
  const { parameters, rows } = await readParameters(files, names);
  verify(run, 'parameters.csv', rows);
  const { scenarios, as } = scenariosOf(run, parameters);

  const { bands, days } = await readBands(files, run, watch);
  const estimates = await readEstimates(files, run);
  const comparisons = await readComparisons(files, run, estimates, watch);
  const hinges = await readHinges(files, run, scenarios);
  const breakeven = await readBreakEven(files, run);
  const waits = await readWaits(files, run);
  const moves = await readMiddle(files, run, watch);
  const flows = await readFlows(files, run, watch);
  const months = new Months(days, run.every);
  const capacity = await readCapacity(files, run, months, watch);
  const { singles, futures } = await readSingles(files, run, months, watch);

  const findings: Findings = {
    ...askedOf(run),
    scenarios,
    base: scenarios.find(({ name }) => name === run.base) ?? null,
    catalogue: catalogue(),
    estimates,
    comparisons,
    hinges,
    breakeven,
    fates: fatesOf(run),
    series: bands
      .filter(({ base, kind }) => base === '' && kind === 'waiting')
      .map(({ scenario, municipality, kind, queue, mean }) => ({ scenario, municipality, kind, queue, days, mean })),
  };
  const result = { findings, days, bands, singles, flows, capacity, waits, middle: { replication: run.middle, moves } };
  return { result, notices: noticesOf(run, as, futures) };
}

/** Said before hundreds of megabytes have been read. */
function needed({ base }: RunFile): string[] {
  const always = [...whole, 'queues.csv', 'parameters.csv', 'estimates.csv', 'waits.csv'];
  return base === null ? always : [...always, 'comparison.csv', 'hinges.csv', 'breakeven.csv'];
}

function refuseMissing({ names, directory }: ResultFiles, file: string): void {
  if (!names.includes(file)) throw new ResultError('files_missing', { file }, { directory });
}

function refuseLarge(files: ResultFiles, file: string): void {
  const size = files.size(file) ?? 0;
  if (size <= largest) return;
  throw new ResultError('files_large', { file }, { found: Math.round(size / 1e6), expected: largest / 1e6 });
}

/** Counts bytes over all files; their sizes are as good as known, or the share stays 0. */
function watcher(files: ResultFiles, progress: ReadOptions['progress'], signal: AbortSignal | undefined): Watch {
  const total = [...whole, 'queues.csv'].reduce((sum, file) => sum + (files.size(file) ?? 0), 0);
  const done = new Map<string, number>();
  return (file, rows, bytes) => {
    signal?.throwIfAborted();
    done.set(file, bytes);
    const read = [...done.values()].reduce((sum, one) => sum + one, 0);
    progress?.({ file, rows, share: total > 0 ? Math.min(1, read / total) : 0 });
  };
}

/** What run.json says of the question and of the run. */
function askedOf(run: RunFile) {
  const { horizon, flow_balance } = run;
  const { look_ahead = 0, ...precision } = run.precision ?? {};
  return {
    replications: run.replications,
    asked: run.replications_asked,
    complete: run.complete,
    precision: run.precision ? ({ ...precision, lookAhead: look_ahead } as Precision) : null,
    seed: run.seed,
    uncertainty: run.uncertainty,
    history: horizon.history,
    years: horizon.years,
    switchYear: horizon.switch,
    focus: run.focus,
    municipalities: run.municipalities,
    flowBalance: { ...flow_balance, first: null },
    middle: run.middle,
    wallSeconds: run.wall_seconds,
    events: run.events,
    eventsPerSecond: run.events_per_second,
    memoryMegabytes: run.kept_megabytes,
    directory: null,
  };
}

function noticesOf(run: RunFile, as: 'same' | 'changed' | 'unknown', futures: number): Label[] {
  const notices: Label[] = [];
  const add = (key: keyof typeof words, holes: Holes = {}) => notices.push(filledLabel(words[key], holes));
  if (!run.complete) add('files_note_incomplete', { n: run.replications, of: run.replications_asked });
  if (as === 'unknown') add('files_note_unknown', { version: run.version });
  if (as === 'changed') add('files_note_changed');
  if (run.answer === undefined && run.base !== null) add('files_note_earlier');
  if (futures === 0) add('files_note_no_singles');
  else if (futures < Math.min(20, run.replications)) add('files_note_few_singles', { n: futures });
  if (run.every === 'quarter') add('files_note_quarters');
  if (run.every === 'week') add('files_note_weeks');
  return notices;
}
