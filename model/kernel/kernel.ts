/**
 * The kernel's public face: what a textbook queue or network is put together from. docs/kernel.md is its reference. The
 * event list, lines, draws and exact maths below it are those that the pathway uses.
 */
export { Clock } from './clock.ts';
export type { Customer } from './customer.ts';
export type { Distribution } from './distribution.ts';
export {
  deterministic,
  empirical,
  erlang,
  exponential,
  gamma2,
  hyperexponential,
  lognormal,
  triangular,
  uniform,
  weibull,
} from './distribution.ts';
export { Draws } from './draws.ts';
export { Levels } from './levels.ts';
export { Line, OrderedLine, Place } from './line.ts';
export { exp, ln, normalCdf, normalQuantile, power } from './maths.ts';
export type { NetworkDescription, NetworkResult, StartDescription } from './network.ts';
export { simulateNetwork } from './network.ts';
export type { ByClass, Cut, NodeDescription } from './node-description.ts';
export type { NodeStatistics } from './node-statistics.ts';
export { Pool } from './pool.ts';
export type { Route } from './routing.ts';
export type { Servers, Step } from './servers.ts';
export { ServersAtWork } from './servers-at-work.ts';
export type { SourceDescription } from './source.ts';
export type { NetworkState, NodeState, Times } from './state.ts';
export type { Estimate } from './statistics.ts';
export { batchMeans, Tally, TimeAverage } from './statistics.ts';
export { Timer } from './timer.ts';
export type { Outcome, Visit } from './visits.ts';
export { outcomes, Visits } from './visits.ts';
