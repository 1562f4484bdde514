/** Paper: every chart is drawn as wide as an A4 page before it is printed, and as wide as the screen after. */
import { allFrames, setPrintWidth } from './frame.ts';

/** A4 upright with margins of 18 mm, in pixels of CSS. */
const paperWidth = Math.floor(((210 - 36) / 25.4) * 96);

export function printed(): void {
  const redraw = (width: number | null) => {
    setPrintWidth(width);
    for (const { draw } of allFrames()) draw();
  };
  addEventListener('beforeprint', () => redraw(paperWidth));
  addEventListener('afterprint', () => redraw(null));
}
