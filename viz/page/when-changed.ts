/** Draws again only when what is drawn has changed: what stands under a finger, or is being typed, is not replaced for nothing. */

/** @param seen everything that the drawing depends on, as plain data */
export function whenChanged(seen: () => unknown, draw: () => void): () => void {
  let drawn: string | undefined;
  return () => {
    const key = JSON.stringify(seen());
    if (key === drawn) return;
    drawn = key;
    draw();
  };
}
