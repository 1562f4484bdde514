/** What the charts over time may be asked beside the three brushes, and what holds where nothing is asked. */
import type { Result } from '../../result/result.ts';
import type { ChartOptions } from '../chart.ts';
import { projector } from '../root.ts';
import type { Queue } from './queue-series.ts';
import { type TimeFrame, timeFrame } from './time-frame.ts';

export interface TimeOptions extends ChartOptions {
  /** Default: the queue for follow-up. */
  queue?: Queue;
  /** Futures that the result rests on so far: few are drawn coarsely. Default: those of the findings. */
  runs?: number;
  /** Draw the single futures of the focused scenario as threads. */
  singles?: boolean;
  /** The focused scenario's mean before the last change, monthly and not averaged: drawn as a thin grey line. */
  ghost?: Ghost;
  /** Where the axis of persons ends, in place of what the data ask: an axis stands still while a thumb is held. */
  yMax?: number;
  /** Drawn larger, for a room full of people. */
  present?: boolean;
  /** Pixels from the queue's highest number down to 0. Default: what the screen has room for. */
  plot?: number;
}

export interface Ghost {
  /** Days since the switch, ascending, the first of each month. */
  days: number[];
  mean: number[];
}

/** Under so many futures only means are drawn. */
export const fewestForBands = 20;
/** Under so many, bands are drawn at half strength and verdicts are held back. */
export const fewestForVerdicts = 60;

export interface Asked extends TimeOptions {
  queue: Queue;
  runs: number;
  /** Factor between what is drawn and pixels. */
  zoom: number;
  frame: TimeFrame;
  /** Strength of bands: 0 none, 1 full. */
  strength: number;
}

export function asked(result: Result, options: TimeOptions): Asked {
  const { queue = 'follow_up', runs = result.findings.replications, present = false, width, narrow } = options;
  const zoom = present ? projector : 1;
  const strength = runs < fewestForBands ? 0 : runs < fewestForVerdicts ? 0.5 : 1;
  return { ...options, queue, runs, zoom, strength, frame: timeFrame(width / zoom, narrow) };
}
