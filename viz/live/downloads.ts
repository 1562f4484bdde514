/** The files of a result directory, made in the page: the same bytes as the command line writes, run.json excepted. */
import { strToU8, Zip, ZipDeflate } from 'fflate';
import { catalogue } from '../../scenarios/experiment/catalogue.ts';
import { wholeScope } from '../../scenarios/experiment/conclusions.ts';
import { bandsOf } from '../../scenarios/experiment/gather.ts';
import { selfTest } from '../../scenarios/experiment/selftest.ts';
import { ResultContent } from '../../scenarios/results/content.ts';
import type { TextSink } from '../../scenarios/results/table.ts';
import type { Answer } from './answer.ts';

/** One time for all, so that the same result is the same archive; the format knows none before 1980. */
const noTime = new Date(1980, 0, 1);

/** A file or an archive that is being written. */
interface Target {
  open(name: string): TextSink;
  /** All is written. */
  whole(): Blob;
}

/**
 * Waits for the whole answer and writes it.
 * @param file one of the directory's files; null: all of them, as a zip
 * @returns null when another question came first
 */
export async function writeFiles(
  answer: Answer,
  file: string | null,
  progress: (done: number, of: number) => void,
): Promise<Blob | null> {
  if (!(await answer.whole())) return null;
  const target = file === null ? zip() : plain();
  const done = await answer.sliced(write(answer, file, target, progress));
  return done === null ? null : target.whole();
}

function* write(
  answer: Answer,
  file: string | null,
  target: Target,
  progress: (done: number, of: number) => void,
): Generator<void, true> {
  const { request, courses } = answer.live;
  const { replications, scenarios } = request;
  const setup = {
    request: { ...request, workers: 1 },
    catalogue: catalogue(),
    layouts: courses.map(({ layout }) => layout),
  };
  const content = new ResultContent(setup, (name) => target.open(name), file);
  content.begin();
  for (let replication = 1; replication <= replications; replication++) {
    content.replication(answer.replication(replication, true));
    progress(replication, replications);
    yield;
  }
  const samples = scenarios.map((_, index) => answer.sample(index, replications));
  const findings = yield* answer.findings(samples, replications, wholeScope);
  const base = request.base === null ? null : samples[scenarios.indexOf(request.base)].gathered;
  const tail = {
    bands: bandsOf(
      samples.map(({ gathered }) => gathered),
      base,
    ),
    waits: samples.map(({ gathered }) => gathered.waits),
    middle: answer.middleRows() ?? [],
  };
  // which lock file the page was built from, and what runs it, a page cannot know
  content.finish(findings, tail, { lock_file: null, node: null, engine: null, self_test: selfTest() });
  return true;
}

function plain(): Target {
  const parts: string[] = [];
  const nothing = () => {};
  return {
    open: () => ({ write: (text) => parts.push(text), close: nothing, abandon: nothing }),
    whole: () => new Blob(parts, { type: 'text/csv;charset=utf-8' }),
  };
}

/** Only what is compressed is kept in memory. */
function zip(): Target {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const archive = new Zip((error, data) => {
    if (error) throw error;
    parts.push(data as Uint8Array<ArrayBuffer>);
  });
  return {
    open(name) {
      const entry = new ZipDeflate(name, { level: 6 });
      entry.mtime = noTime;
      archive.add(entry);
      return {
        write: (text) => entry.push(strToU8(text)),
        close: () => entry.push(new Uint8Array(0), true),
        abandon: () => {},
      };
    },
    whole() {
      archive.end();
      return new Blob(parts, { type: 'application/zip' });
    },
  };
}
