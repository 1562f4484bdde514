/** The outermost element of a picture. */
import { el, round, type Svg } from './svg.ts';
import { colour, fontFamily, type } from './theme.ts';

/** How much larger everything is drawn for a room full of people. */
export const projector = 1.25;

/** A whole picture; with `zoom` it takes more room and what is in it keeps its own measures. */
export function root(width: number, height: number, zoom: number, ...children: Svg[]): string {
  return el(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${round(width)} ${round(height)}`,
      width: width * zoom,
      height: height * zoom,
      'font-family': fontFamily,
      'font-size': type.small,
      // no attribute of SVG's own, so that it has to be style
      style: 'font-variant-numeric:tabular-nums',
      fill: colour('ink'),
    },
    ...children,
  );
}
