/** Systems that are simulated in replications, and the cases that ask for a number of them. */
import type { NetworkDescription, NetworkResult } from '../../model/kernel/kernel.ts';
import { simulateNetwork } from '../../model/kernel/kernel.ts';
import type { Case } from './case.ts';
import { meanOf } from './chance.ts';

export interface Question extends Pick<Case, 'name' | 'source' | 'published' | 'within' | 'atMost' | 'unit'> {
  /** One number of a replication. */
  measure: (run: NetworkResult) => number;
  /** What theory gives: the published value, with more digits. */
  formula?: number;
}

export interface System {
  group: string;
  what: string;
  network: Omit<NetworkDescription, 'seed' | 'replication'>;
  /** Replications, each from the start: a warm-up each, and the standard error is that of their mean. */
  replications: number;
  questions: readonly Question[];
}

/** A system's cases. It is run once, when the first of them is; every replication is measured and forgotten. */
export function casesOf({ group, what, network, replications, questions }: System): Case[] {
  let answers: Float64Array[] | undefined;
  const measured = () => {
    if (answers) return answers;
    answers = questions.map(() => new Float64Array(replications));
    for (let replication = 0; replication < replications; replication++) {
      const run = simulateNetwork({ ...network, seed: `verify: ${what}`, replication });
      for (const [i, { measure }] of questions.entries()) answers[i][replication] = measure(run);
    }
    return answers;
  };
  return questions.map(({ name, source, published, within, atMost, unit }, i) => ({
    group,
    name: `${what}: ${name}`,
    source,
    published,
    within,
    atMost,
    unit,
    run: () => meanOf(measured()[i]),
  }));
}

/** How long a system of one queue must run at a load: from the time in which it forgets where it began. */
export function lengthFor(load: number, servers: number, service: number): { warmUp: number; until: number } {
  const gap = 1 - Math.sqrt(load);
  const forgets = service * Math.max(5, 1 / (servers * gap * gap));
  return { warmUp: 15 * forgets, until: 15 * forgets + Math.max(60 * forgets, (6_000 * service) / (servers * load)) };
}

/** Of the visits that begin after the warm-up, and so early that they end before the run does. */
export function meanOfVisits(
  run: NetworkResult,
  column: 'waited' | 'served',
  warmUp: number,
  until: number,
  chosen: (row: number) => boolean = () => true,
): number {
  const arrived = run.visits.column('arrived');
  const values = run.visits.column(column);
  // the last tenth is left out: whoever waits when the run ends has not waited to the end
  const last = until - (until - warmUp) / 10;
  let sum = 0;
  let n = 0;
  for (let row = 0; row < arrived.length; row++) {
    if (arrived[row] < warmUp || arrived[row] >= last || !chosen(row)) continue;
    sum += values[row];
    n++;
  }
  return sum / n;
}
