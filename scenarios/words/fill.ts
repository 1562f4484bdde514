/** Texts with holes: `{name}` is filled; `{n:future|futures}` says the first word of one and the second of more. */

export type Holes = Readonly<Record<string, string | number>>;

const choice = /\{(\w+):((?:[^{}|]|\{\w+\})*)\|((?:[^{}|]|\{\w+\})*)\}/g;

/**
 * A text with its `{holes}` filled. The words of a choice may have holes of their own: `{n:the only file|all {n} files}`.
 * @param name what a message calls the text
 * @throws Error for a hole that is not filled: a mistake in the program
 */
export function filled(text: string, holes: Holes, name = text): string {
  const value = (hole: string): string => {
    if (!(hole in holes)) throw new Error(`"${name}" needs "${hole}"`);
    return String(holes[hole]);
  };
  return text
    .replace(choice, (_, hole: string, one: string, more: string) => (isOne(value(hole)) ? one : more))
    .replace(/\{(\w+)\}/g, (_, hole: string) => value(hole));
}

/** One, more or less: a number as it is shown, `1`, `+1` or `−1`; `1.0` is measured, not counted, and takes the many. */
export const isOne = (shown: string): boolean => /^[+−-]?1$/.test(shown);
