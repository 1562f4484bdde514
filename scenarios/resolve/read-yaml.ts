/** Reads a YAML or JSON file into plain values, and remembers where each of them stands. */

import type { Document, Node } from 'yaml';
import { isMap, isPair, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { Spot } from './input-error.ts';
import { InputError } from './input-error.ts';
import { yamlFault } from './messages.ts';

const mostBytes = 5_000_000;

export type PathPart = string | number;

/** A file that has been read: its plain values and where they stand. */
export interface Source {
  readonly file: string;
  readonly data: unknown;
  /** Where a value stands (its key, if it has one), or the nearest thing around it that exists. */
  spot(path: readonly PathPart[]): Spot;
  /** A number or text as it was written. */
  written(path: readonly PathPart[]): string | undefined;
}

/** `parameters.follow_up.caseload`, `changes[2].set` */
export function pathText(path: readonly PathPart[]): string {
  return path.reduce<string>(
    (text, part) => (typeof part === 'number' ? `${text}[${part}]` : text ? `${text}.${part}` : part),
    '',
  );
}

/**
 * Reads a file's content.
 * @param content text, or bytes in UTF-8
 * @param file the name that messages give
 * @throws InputError for anything that is no plain YAML or JSON mapping
 */
export function readYaml(content: string | Uint8Array, file: string): Source {
  const top: Spot = { file, line: null, column: null, path: '' };
  const bytes = content.length;
  if (bytes > mostBytes) throw new InputError('file_huge', top, { found: Math.ceil(bytes / 1e6) });
  let text = typeof content === 'string' ? content : decode(content, top);
  if (text.charCodeAt(0) === 0xfeff) text = text.slice(1);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  if (/[\u0000-\u0008\u000e-\u001f]/.test(text)) throw new InputError('file_binary', top);
  if (text.trim() === '') throw new InputError('file_empty', top);
  // JSON may be indented by tabs, and is YAML otherwise
  if (/\.json$/i.test(file)) text = text.replace(/^\t+/gm, (tabs) => ' '.repeat(tabs.length));

  const counter = new LineCounter();
  let document: Document.Parsed;
  let data: unknown;
  try {
    document = parseDocument(text, { lineCounter: counter, prettyErrors: false, version: '1.2' });
  } catch (error) {
    if (error instanceof RangeError) throw new InputError('yaml_deep', top);
    throw error;
  }
  const at = (offset: number, path = ''): Spot => {
    const { line, col } = counter.linePos(offset);
    return { file, line, column: col, path };
  };
  const fault = document.errors[0] ?? document.warnings[0];
  if (fault) {
    const [from, until] = fault.pos;
    const written = text.slice(from, until).trim();
    if (/call stack/i.test(fault.message)) throw new InputError('yaml_deep', top);
    if (fault.code === 'DUPLICATE_KEY') {
      throw new InputError('yaml_duplicate', at(from), {
        found: /^["']?([^\s:"']+)/.exec(text.slice(from))?.[1] ?? written,
      });
    }
    if (fault.code === 'TAB_AS_INDENT') throw new InputError('yaml_tab', at(from));
    if (fault.code === 'TAG_RESOLVE_FAILED') throw new InputError('yaml_tag', at(from), { found: written });
    // a tab at the start of a line has many names in the parser
    if (/^[ ]*\t/.test(lineAround(text, from))) throw new InputError('yaml_tab', at(from));
    throw new InputError('yaml_syntax', at(from), { found: yamlFault(fault.code, fault.message) });
  }
  try {
    data = document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    if (error instanceof ReferenceError) throw new InputError('yaml_alias', top);
    if (error instanceof RangeError) throw new InputError('yaml_deep', top);
    throw error;
  }
  if (data === null || data === undefined) throw new InputError('file_empty', top);

  const walk = (path: readonly PathPart[]): { offset: number; node: Node | null } => {
    let node: unknown = document.contents;
    let offset = document.contents?.range?.[0] ?? 0;
    for (const part of path) {
      let next: unknown;
      if (isMap(node)) {
        const pair = node.items.find(
          (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(part),
        );
        if (!pair) break;
        offset = (pair.key as Node).range?.[0] ?? offset;
        next = pair.value;
      } else if (isSeq(node)) {
        next = node.items[Number(part)];
        if (!next) break;
        offset = (next as Node).range?.[0] ?? offset;
      } else break;
      node = next;
    }
    return { offset, node: node as Node | null };
  };

  return {
    file,
    data,
    spot: (path) => at(walk(path).offset, pathText(path)),
    written(path) {
      const { node } = walk(path);
      return isScalar(node) ? (node.source ?? String(node.value)) : undefined;
    },
  };
}

function decode(bytes: Uint8Array, top: Spot): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new InputError('file_binary', top);
  }
}

function lineAround(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  return text.slice(start, end < 0 ? undefined : end);
}
