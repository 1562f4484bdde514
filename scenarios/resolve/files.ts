/** Finds and reads place and policy files: bundled ones by name, others by path. */
import type { Bundle } from './bundled.ts';
import { bundled } from './bundled.ts';
import { InputError } from './input-error.ts';
import { nearest } from './nearest.ts';
import type { Source } from './read-yaml.ts';
import { readYaml } from './read-yaml.ts';
import { isPath } from './scenario-name.ts';

/** Where files come from. */
export interface Files {
  /** Reads a file; without it only bundled names are known. Errors of the file system are turned into messages. */
  readFile?: (path: string) => string | Uint8Array;
  /** In place of the bundled files (tests). */
  bundle?: Bundle;
}

/**
 * Reads a place or a policy.
 * @param beside the file that names it, for a path relative to it
 */
export function openFile(
  name: string,
  kind: 'places' | 'policies',
  files: Files,
  asked: string,
  beside?: string,
): Source {
  const bundle = files.bundle ?? bundled;
  const spot = { file: asked, line: null, column: null, path: '' };
  if (!isPath(name)) {
    if (Object.hasOwn(bundle[kind], name)) return readBundled(bundle[kind][name], `${kind}/${name}.yaml`);
    const other = kind === 'places' ? 'policies' : 'places';
    if (Object.hasOwn(bundle[other], name)) {
      throw new InputError(kind === 'places' ? 'policy_first' : 'place_after', spot, { found: name });
    }
    const names = Object.keys(bundle[kind]).filter((one) => one !== 'defaults');
    throw new InputError(
      kind === 'places' ? 'unknown_place' : 'unknown_policy',
      spot,
      { found: name },
      nearest(name, names),
    );
  }
  return readPath(beside === undefined ? name : besideFile(beside, name), files);
}

const read = new Map<string, { text: string; source: Source }>();

/** Bundled files are read once: every scenario of a comparison rests on the same defaults. */
function readBundled(text: string, file: string): Source {
  const before = read.get(file);
  if (before?.text === text) return before.source;
  const source = readYaml(text, file);
  read.set(file, { text, source });
  return source;
}

/** Reads a file by its path. */
export function readPath(path: string, files: Files): Source {
  const spot = { file: path, line: null, column: null, path: '' };
  if (!/\.(ya?ml|json)$/i.test(path)) throw new InputError('file_type', spot);
  if (!files.readFile) throw new InputError('file_missing', spot);
  let content: string | Uint8Array;
  try {
    content = files.readFile(path);
  } catch (error) {
    const code = String((error as { code?: unknown })?.code ?? error);
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new InputError('file_missing', spot);
    if (code === 'EISDIR') throw new InputError('file_folder', spot);
    throw new InputError('file_unreadable', spot, { found: code });
  }
  return readYaml(content, path);
}

/** A path as it is meant in a file: beside that file. */
function besideFile(file: string, path: string): string {
  if (/^([/\\]|[A-Za-z]:)/.test(path)) return path;
  const parts: string[] = [];
  for (const part of [...file.split(/[/\\]/).slice(0, -1), ...path.split(/[/\\]/)]) {
    const last = parts[parts.length - 1];
    if (part === '.' && parts.length > 0) continue;
    if (part === '..' && last !== undefined && last !== '..' && last !== '' && last !== '.') parts.pop();
    else parts.push(part);
  }
  return parts.join('/');
}
