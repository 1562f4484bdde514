/** Replications on threads, handed on strictly in order whatever the number of threads. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import type { Job, ReplicationAnswer, SourceOptions } from './protocol.ts';
import { runReplication } from './replication.ts';
import { RunError } from './run-error.ts';

/** Answers that may be waited for or wait to be taken, for each worker: what bounds memory when the reader is slower. */
const aheadPerWorker = 2;

/**
 * Yields replications 1, 2, … in order. When `signal` is aborted it ends after the last one that was handed on.
 * @throws RunError when a worker dies or a run fails
 */
export async function* replicationsOf(job: Job, options: SourceOptions): AsyncGenerator<ReplicationAnswer> {
  const file = options.workerFile === undefined ? builtWorker() : options.workerFile;
  if (file && options.workers > 1 && options.replications > 1) yield* onThreads(job, options, file);
  else yield* here(job, options);
}

/** Where the build puts the worker: beside the bundle that runs now. From sources there is none. */
function builtWorker(): URL | null {
  const name = './worker.js';
  const url = new URL(name, import.meta.url);
  return url.protocol === 'file:' && existsSync(url) ? url : null;
}

async function* here(job: Job, { replications, signal }: SourceOptions): AsyncGenerator<ReplicationAnswer> {
  for (let replication = 1; replication <= replications; replication++) {
    if (signal?.aborted) return;
    let answer: ReplicationAnswer;
    try {
      answer = runReplication(job, replication);
    } catch (error) {
      throw explained(error, replication);
    }
    // lets Ctrl-C and the progress bar in
    await new Promise<void>((resolve) => setImmediate(resolve));
    if (signal?.aborted) return;
    yield answer;
  }
}

async function* onThreads(job: Job, options: SourceOptions, file: URL): AsyncGenerator<ReplicationAnswer> {
  const { replications, signal } = options;
  const threads = Math.min(options.workers, replications);
  const pool = new Piscina({
    filename: fileURLToPath(file),
    workerData: job,
    minThreads: threads,
    maxThreads: threads,
    idleTimeout: 60_000,
    // a replication's persons die together: with room for some of them, few are ever copied (a sixth of the time)
    resourceLimits: { maxYoungGenerationSizeMb: 128 },
  });
  const stop = new AbortController();
  const running: Promise<Outcome>[] = [];
  const start = (replication: number) => {
    running.push(
      pool.run(replication, { signal: stop.signal }).then(
        (answer: ReplicationAnswer) => ({ answer }),
        (error: unknown) => ({ error }),
      ),
    );
  };
  const aborted = new Promise<null>((resolve) => {
    if (signal?.aborted) resolve(null);
    signal?.addEventListener('abort', () => resolve(null), { once: true });
  });
  // a thread that dies without a replication in hand, such as one that cannot load
  const broken = new Promise<{ error: unknown }>((resolve) => {
    pool.on('error', (error) => resolve({ error }));
  });
  try {
    let next = 1;
    for (let done = 0; done < replications; done++) {
      while (next <= replications && next - done <= threads * aheadPerWorker) start(next++);
      const outcome = await Promise.race([running.shift() as Promise<Outcome>, broken, aborted]);
      if (outcome === null || signal?.aborted) return;
      if ('error' in outcome) throw explained(outcome.error, done + 1);
      yield outcome.answer;
    }
  } finally {
    stop.abort();
    await Promise.all(running);
    await pool.destroy();
  }
}

type Outcome = { answer: ReplicationAnswer } | { error: unknown };

function explained(error: unknown, replication: number): RunError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const reason = error instanceof Error ? error.message.split('\n', 1)[0] : String(error);
  if (code === 'ERR_WORKER_OUT_OF_MEMORY' || /out of memory|Array buffer allocation/i.test(reason)) {
    return new RunError(
      1,
      {
        en: `out of memory in replication ${replication}; use fewer workers (--workers), fewer dates (--every quarter) or leave out --events`,
        nb: `tomt for minne i replikasjon ${replication}; bruk færre arbeidere (--workers), færre datoer (--every quarter) eller utelat --events`,
      },
      { cause: error },
    );
  }
  return new RunError(
    1,
    {
      en: `replication ${replication} failed: ${reason}`,
      nb: `replikasjon ${replication} feilet: ${reason}`,
    },
    { cause: error },
  );
}
