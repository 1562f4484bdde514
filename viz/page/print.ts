/** Paper: every chart is drawn for an A4 page before it is printed, and as wide as the screen after. */
import { allFrames, setPrintWidth } from './frame.ts';

/**
 * A4 upright with margins of 18 mm is 657 pixels of CSS wide. Charts are drawn wider and then shrunk, so that type of 13 pixels
 * is printed at 7 points and everything stands on three pages.
 */
const paperWidth = 940;

export function printed(): void {
  const redraw = (width: number | null) => {
    setPrintWidth(width);
    for (const { draw } of allFrames()) draw();
  };
  addEventListener('beforeprint', () => redraw(paperWidth));
  addEventListener('afterprint', () => redraw(null));
}
