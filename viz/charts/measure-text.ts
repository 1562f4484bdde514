/** How wide a text will be, without a page to ask: near enough to keep labels apart, and the same everywhere. */

/** Widths of signs in Inter at 1 em, figures tabular: measured in the font, and rounded up to what signs of a kind have. */
const widths: readonly (readonly [ems: number, signs: string])[] = [
  [0.25, 'ijl’'],
  [0.3, " \u00a0.,:;I!·'"],
  [0.4, 't|/f()[]r“”'],
  [0.5, '"_–'],
  [0.56, '?TskvxyzFaå'],
  [0.61, 'EÉJLYceé«»hnuoøöbdgpq'],
  [0.66, 'Z&PRSV*+-0123456789<=>B×−±'],
  [0.7, 'XAÅK'],
  [0.77, 'DCHUGNOQØ◇'],
  [0.88, 'wm…→½'],
  [0.98, 'MWæ%@'],
];
const widest = 1;
const ems = new Map(widths.flatMap(([width, signs]) => [...signs].map((sign) => [sign, width])));

/**
 * @param size in pixels
 * @param weight 400 regular to 700 bold
 * @returns pixels, rather too many than too few
 */
export function textWidth(text: string, size: number, weight = 400): number {
  let sum = 0;
  for (const sign of text) sum += ems.get(sign) ?? widest;
  return sum * size * (weight >= 700 ? 1.065 : weight >= 600 ? 1.045 : 1);
}

/** Breaks a text into lines that are no wider than so many pixels; a word that is wider stands alone. */
export function wrapped(text: string, width: number, size: number, weight = 400): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines[lines.length - 1];
    if (last !== undefined && textWidth(`${last} ${word}`, size, weight) <= width)
      lines[lines.length - 1] += ` ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** As few lines as there may be, and these as even as may be: no word alone on the last. */
export function balanced(text: string, width: number, size: number, weight = 400): string[] {
  let lines = wrapped(text, width, size, weight);
  for (let narrower = width - 4; narrower > 0; narrower -= 4) {
    const tried = wrapped(text, narrower, size, weight);
    if (tried.length > lines.length) break;
    lines = tried;
  }
  return lines;
}

/**
 * Moves labels apart along an axis so that each has `gap` pixels, as little as possible, within bounds; their order stays.
 * @param wanted where each label would stand, in any order
 * @returns where each stands, in the same order
 */
export function apart(wanted: readonly number[], gap: number, low: number, high: number): number[] {
  const order = wanted.map((_, i) => i).sort((a, b) => wanted[a] - wanted[b] || a - b);
  const placed = order.map((i) => wanted[i]);
  // groups of labels that touch stand around the mean of what they want
  const groups = placed.map((at) => ({ sum: at, count: 1, start: at }));
  for (let i = 0; i < groups.length; ) {
    const group = groups[i];
    const middle = group.sum / group.count;
    const half = ((group.count - 1) * gap) / 2;
    group.start = Math.max(low, Math.min(high - 2 * half, middle - half));
    const before = groups[i - 1];
    if (before && before.start + before.count * gap > group.start + 1e-9) {
      before.sum += group.sum;
      before.count += group.count;
      groups.splice(i, 1);
      i--;
    } else i++;
  }
  const result = new Array<number>(wanted.length);
  let at = 0;
  for (const { start, count } of groups) for (let k = 0; k < count; k++) result[order[at++]] = start + k * gap;
  return result;
}
