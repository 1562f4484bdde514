/** What a sheet of paper holds. Pixels are those of CSS, 96 to the inch: 10 of them are 7.5 points. */

/** A4 upright with margins of 18 mm at the sides, and of 12 mm above and below. */
export const paper = { width: 657, height: 1031 } as const;

/**
 * Charts are drawn with type of 13 pixels and printed so much smaller: 13 pixels come out as 7.5 points, which is the
 * least that is printed.
 */
export const scale = 0.7735;

/** Width of a drawing that is printed so wide. */
export const drawn = (width: number): number => Math.floor(width / scale);

/** Type of what is not in a chart: size and line in pixels, and weight. */
export const faces = {
  headline: { size: 22, line: 27, weight: 600 },
  title: { size: 13, line: 17, weight: 650 },
  body: { size: 11, line: 15, weight: 400 },
  note: { size: 10.2, line: 13.5, weight: 400 },
  code: { size: 10.2, line: 13.5, weight: 400 },
} as const;

export type Face = keyof typeof faces;

/** Least and most white space between two views on a sheet. */
export const gaps = { least: 14, most: 40 } as const;
