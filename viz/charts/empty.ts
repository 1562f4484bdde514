/** Where there is nothing to draw, the words for it stand where the picture would. */
import type { Drawing } from './chart.ts';
import { wrapped } from './measure-text.ts';
import { root } from './root.ts';
import { label } from './svg.ts';
import { colour, type } from './theme.ts';

export function emptyDrawing(title: string, words: string, width: number): Drawing {
  const lines = wrapped(words, width, type.note);
  const height = lines.length * 20 + 4;
  const texts = lines.map((line, at) =>
    label(line, { x: 0, y: 15 + at * 20, 'font-size': type.note, fill: colour('secondary') }),
  );
  return {
    title,
    reading: '',
    svg: root(width, height, 1, ...texts),
    width,
    height,
    table: { head: [], rows: [] },
    csv: [],
    readout: words,
  };
}
