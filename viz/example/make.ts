/** `npm run example`: answers `medium` once and for all, so that the page has something to show on arrival. */

import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { runExperiment } from '../../scenarios/experiment/experiment.ts';
import { replicationsOf } from '../../scenarios/experiment/pool.ts';
import { Collector } from '../result/collect.ts';
import { lean } from '../result/lean.ts';
import { pack } from '../result/pack.ts';
import { exampleRequest } from './example.ts';

const out = 'viz/example/medium.json';
const collector = new Collector();
await runExperiment({ ...exampleRequest(), workers: availableParallelism() }, collector, replicationsOf);
const { findings, ...result } = lean(collector.result());
// how long it took here is of no use elsewhere, and would make two makings differ
const timeless = { ...findings, wallSeconds: 0, eventsPerSecond: 0 };
writeFileSync(out, `${pack({ ...result, findings: timeless })}\n`);
process.stdout.write(`${out}\n`);
