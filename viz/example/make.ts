/** `npm run example`: answers `medium` once and for all, so that the page has something to show on arrival. */

import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { runExperiment } from '../../scenarios/experiment/experiment.ts';
import { replicationsOf } from '../../scenarios/experiment/pool.ts';
import { Collector } from '../result/collect.ts';
import { pack } from '../result/pack.ts';
import { exampleRequest } from './example.ts';

const out = 'viz/example/medium.json';
const collector = new Collector();
await runExperiment({ ...exampleRequest(), workers: availableParallelism() }, collector, replicationsOf);
const { findings, ...result } = collector.result();
// what the page draws on arrival: groups of users are for the files, and hundredths of a day (14 minutes) are enough to draw
const everybody = <Row extends { group: string }>(rows: Row[]) => rows.filter(({ group }) => group === 'all');
const moves = result.middle.moves.map((move) => ({ ...move, time: Math.round(move.time * 100) / 100 }));
const example = {
  ...result,
  singles: result.singles.filter(({ municipality }) => findings.focus.includes(municipality)),
  middle: { ...result.middle, moves },
  findings: {
    ...findings,
    estimates: everybody(findings.estimates),
    comparisons: everybody(findings.comparisons),
    // how long it took here is of no use elsewhere, and would make two makings differ
    wallSeconds: 0,
    eventsPerSecond: 0,
  },
};
writeFileSync(out, `${pack(example)}\n`);
process.stdout.write(`${out}\n`);
