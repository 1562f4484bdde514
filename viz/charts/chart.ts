/** What every chart is given and gives back. */
import type { Language } from '../../scenarios/words/words.ts';
import type { Result } from '../result/result.ts';

/** The three brushes and the room there is. A chart reads what it needs of them. */
export interface ChartOptions {
  lang: Language;
  /** Pixels; the drawing is exactly so wide. */
  width: number;
  /** The scenario that is looked at: a name of the result. */
  focus: string;
  /** The date that runs through all charts: days since the switch, a whole number within the run. */
  day: number;
  /** A municipality's number, or `provider` for the whole place. */
  municipality: string;
  /** On the screen of a phone, type is smaller and labels are shorter. */
  narrow: boolean;
  /** On paper rows stand closer, and what the page says elsewhere is left out. */
  paper?: boolean;
}

/** A picture, what it is called, how to read it, and the same as a table and as data. */
export interface Drawing {
  /** Names the measure. */
  title: string;
  /** One line that says how to read it. */
  reading: string;
  /** A whole `<svg>` with `viewBox`, width and height; colours as `var(--…)` of `theme.ts`. Its name is for the page to give. */
  svg: string;
  width: number;
  height: number;
  /** For people: formatted in their language. */
  table: DrawingTable;
  /** For programs: never localised. The first row names the columns. */
  csv: (string | number | null)[][];
  /** Charts over time: where the first and the last day lie, in units of the `viewBox`: a page turns a place into a date. */
  time?: TimeAxis;
  /** What the picture says at the date or for the focus, in a sentence: for the keyboard readout and screen readers. */
  readout: string;
}

export interface DrawingTable {
  head: string[];
  rows: string[][];
}

export interface TimeAxis {
  x0: number;
  x1: number;
  day0: number;
  day1: number;
}

export type Chart<Options extends ChartOptions = ChartOptions> = (result: Result, options: Options) => Drawing;
