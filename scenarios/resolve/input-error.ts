/** Wrong input: one clear message that says where, what was found, what was expected, and what was perhaps meant. */
import type { Language, MessageKey } from './messages.ts';
import { messages, valueWords } from './messages.ts';

/** Where in a file something stands; lines and columns count from 1, null where there is no file. */
export interface Spot {
  file: string;
  line: number | null;
  column: number | null;
  /** The path inside the file, such as `parameters.follow_up.caseload.low`; empty at the top. */
  path: string;
}

/** What fills a hole: a value, a key of `valueWords`, or a text in both languages. */
export type Holes = Record<string, string | number | Record<Language, string>>;

export class InputError extends Error {
  readonly key: MessageKey;
  readonly holes: Holes;
  readonly file: string;
  readonly line: number | null;
  readonly column: number | null;
  readonly path: string;
  readonly found: string | undefined;
  readonly expected: string | undefined;
  readonly nearest: string | undefined;

  constructor(key: MessageKey, spot: Spot, holes: Holes = {}, nearest?: string) {
    super('');
    this.name = 'InputError';
    this.key = key;
    this.holes = holes;
    this.file = spot.file;
    this.line = spot.line;
    this.column = spot.column;
    this.path = spot.path;
    this.found = plain(holes.found);
    this.expected = plain(holes.expected);
    this.nearest = nearest;
    this.message = this.format('en');
  }

  /** The one message: `file:line:column: path: what is wrong. Did you mean …?` */
  format(language: Language): string {
    const where = [this.line === null ? this.file : `${this.file}:${this.line}:${this.column}`];
    if (this.path) where.push(this.path);
    where.push(fill(messages[this.key][language], this.holes, language));
    const message = where.join(': ');
    if (this.nearest === undefined) return message;
    return `${message}. ${fill(messages.nearest[language], { nearest: this.nearest }, language)}`;
  }
}

function fill(text: string, holes: Holes, language: Language): string {
  return text.replace(/\{(\w+)\}/g, (hole, name) => {
    const value = holes[name];
    if (value === undefined) return hole;
    if (typeof value === 'object') return value[language];
    return valueWords[value]?.[language] ?? (typeof value === 'number' ? shown(value) : value);
  });
}

const plain = (value: Holes[string] | undefined): string | undefined =>
  value === undefined ? undefined : String(typeof value === 'object' ? value.en : value);

/** A number as a message shows it: at most six significant digits. */
export function shown(value: number): string {
  return String(Number(value.toPrecision(6)));
}
