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
const { findings, ...rest } = collector.result();
// the past and the future of a person are told in hundredths of a day: 14 minutes are enough to draw
const moves = rest.middle.moves.map((move) => ({ ...move, time: Math.round(move.time * 100) / 100 }));
// how long it took here is of no use elsewhere, and would make two makings differ
const timeless = { ...findings, wallSeconds: 0, eventsPerSecond: 0 };
writeFileSync(out, `${pack({ ...rest, middle: { ...rest.middle, moves }, findings: timeless })}\n`);
process.stdout.write(`${out}\n`);
