/** A result directory as a reader sees it: a folder that was dropped, one that `view` serves, or one on disk. */

export interface ResultFiles {
  /** What people call it. */
  directory: string;
  names: readonly string[];
  /** In bytes; null where it is not known before reading. */
  size(name: string): number | null;
  /** The whole file. */
  text(name: string): Promise<string>;
  /** The file piece by piece, as text. The reader may leave before the end. */
  chunks(name: string): AsyncIterable<string>;
}

/** How far reading has come. */
export interface Reading {
  file: string;
  /** Rows of this file. */
  rows: number;
  /** Of all files that are read, 0 to 1. */
  share: number;
}
