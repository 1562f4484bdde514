/** A thread of the pool: it is given the job when it starts, then replications. Built into one file, `dist/worker.js`. */
import { workerData } from 'node:worker_threads';
import type { Job, ReplicationAnswer } from './protocol.ts';
import { runReplication } from './replication.ts';

const job = workerData as Job;

export default function replication(number: number): ReplicationAnswer {
  return runReplication(job, number);
}
