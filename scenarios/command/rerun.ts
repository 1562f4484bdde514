/** `rerun DIR`: repeats a run from its own directory and says whether every file is the same, or where one differs first. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { version } from '../../package.json';
import type { ExperimentRequest } from '../experiment/findings.ts';
import { fingerprint } from '../experiment/hash.ts';
import { resolveAgain } from '../resolve/again.ts';
import type { FileDifference } from '../results/compare-directories.ts';
import { compareDirectories, notCompared } from '../results/compare-directories.ts';
import { openResults } from '../results/directory.ts';
import type { EarlierRun } from '../results/earlier-run.ts';
import { readEarlierRun } from '../results/earlier-run.ts';
import { maker } from '../results/maker.ts';
import { list, number } from '../words/format.ts';
import type { Language } from '../words/words.ts';
import { languages } from '../words/words.ts';
import { choice } from './arguments.ts';
import type { Command } from './command.ts';
import { runWatched } from './experiment.ts';
import { exitCodes } from './failure.ts';
import { commonOptions, defaults, readWorkers, runOptions } from './options.ts';
import { widthOf, wrap } from './text.ts';
import { word } from './words.ts';

export const rerun: Command = {
  name: 'rerun',
  usage: 'rerun <dir>',
  help: 'help_rerun',
  positionals: [{ name: 'dir', help: 'help_dir', many: false }],
  options: (lang) => ({ workers: runOptions(lang).workers, ...commonOptions(lang) }),
  async act(given) {
    const lang = choice(given, 'lang', languages) ?? defaults.lang;
    const workers = readWorkers(given);
    const directory = String(given.dir);
    const earlier = readEarlierRun(directory);
    const request = requestOf(earlier, workers);
    say(asThen(directory, earlier, lang));
    say([...otherMaker(earlier, lang), ...otherNumbers(earlier, request, lang)]);
    return repeat(directory, request, lang);
  },
};

function say(sentences: readonly string[]): void {
  const lines = sentences.flatMap((sentence) => wrap(sentence, widthOf(process.stdout), 2));
  if (lines.length > 0) process.stdout.write(`${lines.join('\n')}\n`);
}

/** The same experiment; of one that was interrupted, the replications that are there. */
function requestOf(earlier: EarlierRun, workers: number): ExperimentRequest {
  const { inputs, replications, seed, uncertainty, every, command } = earlier;
  const { scenarios: names, set: sets, municipalities, events, files } = inputs;
  const scenarios = resolveAgain(earlier);
  return {
    scenarios,
    base: earlier.base === null ? null : scenarios[0],
    replications,
    seed,
    uncertainty,
    workers,
    every,
    municipalities,
    events,
    command,
    inputs: { scenarios: names, sets, files },
  };
}

/** Runs it once more, out of the way, and compares. */
async function repeat(directory: string, request: ExperimentRequest, lang: Language): Promise<number> {
  const room = mkdtempSync(join(tmpdir(), 'forlop-rerun-'));
  const tidy = () => rmSync(room, { recursive: true, force: true });
  try {
    const again = join(room, 'again');
    const { complete } = await runWatched(request, openResults(again, { force: false }), lang, {
      stopping: 'rerun_stopping',
      stopped: 'rerun_interrupted',
      tidy,
    });
    if (!complete) {
      process.stderr.write(`${word(lang, 'rerun_interrupted')}\n`);
      return exitCodes.interrupted;
    }
    const { files, different } = compareDirectories(directory, again);
    if (different.length === 0) {
      say([
        word(lang, 'rerun_identical', { n: files, directory }),
        word(lang, 'rerun_not_compared', { keys: notCompared['run.json'].join(', ') }),
      ]);
      return exitCodes.done;
    }
    say([
      firstSentence(different[0], lang),
      word(lang, 'rerun_different', {
        k: different.length,
        n: files,
        files: list(
          different.map(({ file }) => file),
          word(lang, 'and'),
        ),
      }),
    ]);
    return exitCodes.failed;
  } finally {
    tidy();
  }
}

function asThen(
  directory: string,
  { command, replications, replications_asked, complete }: EarlierRun,
  lang: Language,
) {
  const sentences = [word(lang, 'rerun_asked', { directory, command, n: number(lang, replications) })];
  if (!complete) {
    sentences.push(
      word(lang, 'rerun_incomplete', { done: number(lang, replications), n: number(lang, replications_asked) }),
    );
  }
  return sentences;
}

const makers = [
  ['version', 'rerun_version'],
  ['lock_file', 'rerun_lock_file'],
  ['node', 'rerun_node'],
  ['engine', 'rerun_engine'],
] as const;

/** What runs now and did not then. Only the self-test says whether digits may differ for it. */
function otherMaker(earlier: EarlierRun, lang: Language): string[] {
  const now = { version, ...maker() };
  const sentences = makers
    .filter(([key]) => earlier[key] !== now[key])
    .map(([key, what]) =>
      word(lang, 'rerun_other', {
        what: word(lang, what),
        old: earlier[key] ?? word(lang, 'rerun_unknown'),
        now: now[key] ?? word(lang, 'rerun_unknown'),
      }),
    );
  if (earlier.self_test !== now.self_test) {
    sentences.push(word(lang, 'rerun_other_digits', { old: earlier.self_test, now: now.self_test }));
  }
  return sentences;
}

/** Scenarios whose numbers are not those of the run: bundled files that were changed since, or what is made of them. */
function otherNumbers(earlier: EarlierRun, { scenarios }: ExperimentRequest, lang: Language): string[] {
  return scenarios
    .filter(({ plan }, at) => earlier.scenarios[at]?.plan !== fingerprint(plan))
    .map(({ name }) => word(lang, 'rerun_other_numbers', { scenario: name }));
}

/** Where the first file that differs does so first. */
function firstSentence({ file, difference, missing }: FileDifference, lang: Language): string {
  if (difference === null) return word(lang, missing === 'before' ? 'rerun_missing' : 'rerun_surplus', { file });
  const { line, column, before, after, row } = difference;
  const nothing = word(lang, 'rerun_nothing');
  const values = { before: before ?? nothing, after: after ?? nothing };
  if (line === null) return word(lang, 'rerun_key', { file, key: column ?? '', ...values });
  if (column === null) return word(lang, 'rerun_line_ends', { file, line });
  const first = word(lang, 'rerun_cell', { file, line, column, ...values });
  return row.length === 0 ? first : `${first} ${word(lang, 'rerun_row', { row: row.join(', ') })}`;
}
