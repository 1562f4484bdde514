/** A result directory that cannot be shown: one message with file, line, column, what was found and what was expected. */

import { filled } from '../../scenarios/words/fill.ts';
import type { Language } from '../../scenarios/words/words.ts';
import { files } from '../words/files.ts';

export interface Place {
  file: string;
  /** As an editor counts, from 1, the header included; null where it is no matter of one line. */
  line?: number | null;
  column?: string | null;
}

type FilesKey = keyof typeof files;

export class ResultError extends Error {
  readonly key: FilesKey;
  readonly file: string;
  readonly line: number | null;
  readonly column: string | null;
  /** Wrong input, on the command line. */
  readonly exitCode = 2;
  readonly holes: Readonly<Record<string, string | number>>;

  constructor(key: FilesKey, { file, line = null, column = null }: Place, holes: Record<string, string | number> = {}) {
    super('');
    this.name = 'ResultError';
    this.key = key;
    this.file = file;
    this.line = line;
    this.column = column;
    this.holes = holes;
    this.message = this.format('en');
  }

  /** `flows.csv, line 7, persons: found “many”; expected a number` */
  format(lang: Language): string {
    // what was dropped as a whole has no name
    const where = [this.file === '' ? files.files_dropped[lang] : this.file];
    if (this.line !== null) where.push(filled(files.files_line[lang], { line: this.line }));
    if (this.column !== null) where.push(this.column);
    return `${where.join(', ')}: ${filled(files[this.key][lang], this.holes)}`;
  }
}

/** What stands in a file, short enough for a message. */
export const quoted = (text: string): string => (text.length <= 60 ? text : `${text.slice(0, 57)}…`);
