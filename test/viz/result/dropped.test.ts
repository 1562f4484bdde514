import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { filesOnDisk } from '../../../viz/report/on-disk.ts';
import { type Dropped, dropped, filesDropped, sniff } from '../../../viz/result/dropped.ts';
import { readResult } from '../../../viz/result/read.ts';
import { written } from './directory.ts';

const room = mkdtempSync(join(tmpdir(), 'forlop-dropped-'));
afterAll(() => rmSync(room, { recursive: true, force: true }));

const file = (path: string, text = ''): Dropped => ({ path, file: new Blob([text]) });

async function message(files: Dropped[], lang: 'en' | 'nb' = 'en'): Promise<string> {
  const found = await sniff(files);
  return found.kind === 'neither' ? found.error.format(lang) : found.kind;
}

describe('what is dropped', () => {
  it('is a result directory where there is a run.json, at the top or in a folder', async () => {
    const found = await sniff([
      file('mine/readme.txt'),
      file('mine/results/run.json'),
      file('mine/results/bands.csv'),
      file('mine/results/deeper/bands.csv'),
    ]);
    expect(found).toMatchObject({ kind: 'result', directory: 'results' });
    if (found.kind === 'result') {
      expect(filesDropped(found).names).toEqual(['run.json', 'bands.csv']);
    }
  });

  it('is a scenario where all files are YAML or JSON', async () => {
    expect(await sniff([file('our-town.yaml', 'place: ours'), file('more.yml', 'policy: more')])).toEqual({
      kind: 'scenario',
      texts: { 'our-town.yaml': 'place: ours', 'more.yml': 'policy: more' },
    });
  });

  it('is neither otherwise, and the message says what was found and what was expected', async () => {
    expect(await message([])).toBe('what was opened: found nothing that can be read');
    expect(await message([file('list.xlsx')])).toBe(
      'what was opened: found list.xlsx; expected the directory of a result (with run.json), or a scenario as a YAML file',
    );
    expect(await message([file('queues.csv')], 'nb')).toBe(
      'queues.csv: én fil fra et resultat; ventet hele mappen, med run.json',
    );
    expect(await message([file('a/run.json'), file('b/run.json')])).toBe(
      'what was opened: found several results (a, b); expected one',
    );
    // a list of persons is not read as a scenario because it is called so
    expect(await message([{ path: 'all.json', file: new Blob(['x'.repeat(1_000_001)]) }])).toBe(
      'all.json: found more than 1 MB; expected a place or policy, which is a page or two',
    );
  });

  it('is found in folders within folders, however many files they hold', async () => {
    const entry = (path: string): FileSystemEntry =>
      ({ isFile: true, fullPath: path, file: (ok: (one: Blob) => void) => ok(new Blob([path])) }) as never;
    const folder = (path: string, inside: FileSystemEntry[]): FileSystemEntry => {
      const batches = [inside.slice(0, 100), inside.slice(100), []];
      const createReader = () => ({ readEntries: (ok: (list: unknown) => void) => ok(batches.shift()) });
      return { isFile: false, fullPath: path, createReader } as never;
    };
    const many = Array.from({ length: 130 }, (_, i) => entry(`/top/in/${i}.csv`));
    const item = { webkitGetAsEntry: () => folder('/top', [folder('/top/in', many), entry('/top/run.json')]) };
    const found = await dropped([item as never]);
    expect(found.length).toBe(131);
    expect(found.map(({ path }) => path)).toContain('top/in/129.csv');
  });

  it('is read as the same files on disk are', async () => {
    const directory = join(room, 'result');
    await written(directory, ['tiny', 'tiny+framework:held-back'], { replications: 2 });
    const files = readdirSync(directory).map((name) =>
      file(`result/${name}`, readFileSync(join(directory, name), 'utf8')),
    );
    const found = await sniff(files);
    if (found.kind !== 'result') throw new Error(found.kind);
    expect(await readResult(filesDropped(found))).toEqual(await readResult(filesOnDisk(directory)));
  });
});
