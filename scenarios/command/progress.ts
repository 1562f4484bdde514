/** How far a run has come: a bar with the time left on standard error, lines now and then where it is piped. */
import type { SingleBar } from 'cli-progress';
import cliProgress from 'cli-progress';
import { duration, number } from '../words/format.ts';
import type { Language } from '../words/words.ts';
import { word } from './words.ts';

export interface Progress {
  update(done: number, total: number): void;
  stop(): void;
}

const barColumns = 24;

/** One line of progress; `left` in seconds, null while nothing is known. */
export function progressLine(lang: Language, done: number, total: number, left: number | null): string {
  const full = total === 0 ? barColumns : Math.floor((done / total) * barColumns);
  return word(lang, 'progress_bar', {
    bar: `[${'='.repeat(full)}${' '.repeat(barColumns - full)}]`,
    done: number(lang, done),
    total: number(lang, total),
    left: left === null ? word(lang, 'progress_unknown') : duration(left),
  });
}

export function startProgress(lang: Language, total: number, stream: NodeJS.WriteStream): Progress {
  const begun = Date.now();
  const bar: SingleBar = new cliProgress.SingleBar({
    stream,
    hideCursor: false,
    noTTYOutput: true,
    notTTYSchedule: 10_000,
    emptyOnZero: true,
    linewrap: false,
    // the clock of the bar itself is not used: its estimate begins before the first future is done
    format: (_options, { value, total: all }) => {
      const seconds = (Date.now() - begun) / 1000;
      return progressLine(lang, value, all, value === 0 ? null : (seconds / value) * (all - value));
    },
  });
  bar.start(total, 0);
  return {
    update: (done) => bar.update(done),
    stop: () => bar.stop(),
  };
}
