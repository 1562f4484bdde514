/** What was dropped on the page or chosen in its folder picker: a result directory, scenario files, or neither. */
import { chunksOf } from './fetched.ts';
import { quoted, ResultError } from './result-error.ts';
import type { ResultFiles } from './result-files.ts';

/** A file with its path inside what was dropped. */
export interface Dropped {
  path: string;
  file: Blob;
}

export type Sniffed =
  /** Its files; they can be handed to a worker as they are. */
  | { kind: 'result'; directory: string; files: Dropped[] }
  /** Place or policy files by path: name → text. */
  | { kind: 'scenario'; texts: Record<string, string> }
  | { kind: 'neither'; error: ResultError };

/** A scenario is a page or two; nothing larger is read as one. */
const largestScenario = 1e6;

/** What a folder picker (`webkitdirectory`) or a file picker gives. */
export function chosen(files: Iterable<File>): Dropped[] {
  return [...files].map((file) => ({ path: file.webkitRelativePath || file.name, file }));
}

/** Everything in a drop, folders included. Call it while the event is handled: afterwards the list is empty. */
export async function dropped(items: Iterable<DataTransferItem>): Promise<Dropped[]> {
  const entries = [...items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  return (await Promise.all(entries.map(filesIn))).flat();
}

async function filesIn(entry: FileSystemEntry): Promise<Dropped[]> {
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject));
    return [{ path: entry.fullPath.replace(/^\//, ''), file }];
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const found: FileSystemEntry[] = [];
  // a reader hands over a hundred at a time
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) break;
    found.push(...some);
  }
  return (await Promise.all(found.map(filesIn))).flat();
}

/** Says what was dropped. */
export async function sniff(files: readonly Dropped[]): Promise<Sniffed> {
  const runs = files.filter(({ path }) => nameOf(path) === 'run.json');
  if (runs.length > 1) {
    const found = runs.map(({ path }) => folderOf(path) || path).join(', ');
    return neither('files_several', { found: quoted(found) });
  }
  if (runs.length === 1) {
    const folder = folderOf(runs[0].path);
    const own = files.filter(({ path }) => folderOf(path) === folder);
    return { kind: 'result', directory: nameOf(folder) || 'run.json', files: own };
  }
  const scenarios = files.filter(({ path }) => /\.(ya?ml|json)$/i.test(path));
  const large = scenarios.find(({ file }) => file.size > largestScenario);
  if (large !== undefined && scenarios.length === files.length) {
    return { kind: 'neither', error: new ResultError('files_scenario_large', { file: large.path }) };
  }
  if (scenarios.length > 0 && scenarios.length === files.length) {
    const texts = await Promise.all(scenarios.map(async ({ path, file }) => [path, await file.text()] as const));
    return { kind: 'scenario', texts: Object.fromEntries(texts) };
  }
  const [first] = files;
  if (first === undefined) return neither('files_nothing');
  if (files.length === 1 && /\.csv$/i.test(first.path)) {
    return { kind: 'neither', error: new ResultError('files_single', { file: first.path }) };
  }
  const found = files.length === 1 ? first.path : `${first.path}, …`;
  return neither('files_neither', { found: quoted(found) });
}

function neither(key: 'files_several' | 'files_neither' | 'files_nothing', holes = {}): Sniffed {
  return { kind: 'neither', error: new ResultError(key, { file: '' }, holes) };
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

/** A dropped result directory as its reader wants it. */
export function filesDropped({ directory, files }: { directory: string; files: readonly Dropped[] }): ResultFiles {
  const byName = new Map(files.map(({ path, file }) => [nameOf(path), file]));
  const opened = (name: string): Blob => {
    const file = byName.get(name);
    if (!file) throw new ResultError('files_missing', { file: name }, { directory });
    return file;
  };
  return {
    directory,
    names: [...byName.keys()],
    size: (name) => byName.get(name)?.size ?? null,
    text: (name) => opened(name).text(),
    chunks: (name) => chunksOf(async () => opened(name).stream(), name),
  };
}
