/** The bundled example, and what a chart is asked of it. */
import { readFileSync } from 'node:fs';
import type { ChartOptions } from '../../../viz/charts/chart.ts';
import { unpack } from '../../../viz/result/pack.ts';

export const example = unpack(readFileSync('viz/example/medium.json', 'utf8'));
export const heldBack = 'medium+framework:held-back';
/** 1 March 2033. */
export const day = 2251;

export const options: ChartOptions = {
  lang: 'en',
  width: 806,
  focus: heldBack,
  day,
  municipality: 'medium-1',
  narrow: false,
};
