import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { layoutOf } from '../../../scenarios/experiment/layout.ts';
import { replicationsOf } from '../../../scenarios/experiment/pool.ts';
import type { Job, ReplicationAnswer } from '../../../scenarios/experiment/protocol.ts';
import { runReplication } from '../../../scenarios/experiment/replication.ts';
import { buildWorker } from './built-worker.ts';
import { scenarios, usual } from './small-experiment.ts';

const resolved = scenarios(usual);
const job: Job = {
  seed: 1,
  uncertainty: 'all',
  scenarios: resolved.map(({ name, plan, arrangement }) => ({
    name,
    plan,
    past: 0,
    dates: layoutOf(arrangement, 'month').dates,
  })),
  events: false,
};

async function all(answers: AsyncIterable<ReplicationAnswer>): Promise<ReplicationAnswer[]> {
  const list: ReplicationAnswer[] = [];
  for await (const answer of answers) list.push(answer);
  return list;
}

/** A worker made of a few lines. */
async function workerOf(code: string): Promise<URL> {
  const file = join(await mkdtemp(join(tmpdir(), 'forlop-worker-')), 'worker.mjs');
  await writeFile(file, code);
  return pathToFileURL(file);
}

describe('replications', () => {
  let workerFile: URL;
  let here: ReplicationAnswer[];
  beforeAll(async () => {
    workerFile = await buildWorker();
    here = await all(replicationsOf(job, { replications: 5, workers: 1, workerFile: null }));
  }, 120_000);

  test('are the same on threads as in this one', async () => {
    const threads = await all(replicationsOf(job, { replications: 5, workers: 2, workerFile }));
    expect(threads.map((answer) => answer.replication)).toEqual([1, 2, 3, 4, 5]);
    expect(threads).toEqual(here);
  }, 60_000);

  test('do not depend on those before', () => {
    expect(runReplication(job, 4)).toEqual(here[3]);
  });

  test('give a scenario the same record whatever runs beside it', () => {
    const alone = runReplication({ ...job, scenarios: [job.scenarios[2]] }, 2);
    expect(alone.runs[0]).toEqual(here[1].runs[2]);
  });
});

describe('threads', () => {
  test('hand answers on in order, however they come', async () => {
    const workerFile = await workerOf(`
      export default async (replication) => {
        await new Promise((resolve) => setTimeout(resolve, replication % 3 === 1 ? 60 : 5));
        return { replication, runs: [], draws: [], events: 0 };
      };`);
    const answers = await all(replicationsOf(job, { replications: 12, workers: 3, workerFile }));
    expect(answers.map((answer) => answer.replication)).toEqual(Array.from({ length: 12 }, (_, i) => i + 1));
  });

  test('end after the last answer handed on when they are aborted', async () => {
    const workerFile = await workerOf(`
      export default async (replication) => {
        await new Promise((resolve) => setTimeout(resolve, 20));
        return { replication, runs: [], draws: [], events: 0 };
      };`);
    const stop = new AbortController();
    const seen: number[] = [];
    for await (const answer of replicationsOf(job, {
      replications: 1_000,
      workers: 2,
      workerFile,
      signal: stop.signal,
    })) {
      seen.push(answer.replication);
      if (answer.replication === 3) stop.abort();
    }
    expect(seen).toEqual([1, 2, 3]);
  });

  test('tell which replication failed, and why', async () => {
    const workerFile = await workerOf(`
      export default (replication) => {
        if (replication === 2) throw new Error('no bed');
        return { replication, runs: [], draws: [], events: 0 };
      };`);
    await expect(all(replicationsOf(job, { replications: 3, workers: 2, workerFile }))).rejects.toThrow(
      'replication 2 failed: no bed',
    );
  });

  test('tell when one has died', async () => {
    const workerFile = await workerOf('export default () => process.exit(3);');
    await expect(all(replicationsOf(job, { replications: 3, workers: 2, workerFile }))).rejects.toThrow(
      /replication 1 failed/,
    );
  });
});
