import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isWordKey } from '../../../scenarios/words/words.ts';
import { type SayKey, say, viewerWords } from '../../../viz/words/words.ts';

const entries = Object.entries(viewerWords) as [SayKey, { en: string; nb: string }][];
const holes = (text: string) => [...text.matchAll(/\{(\w+)/g)].map(([, hole]) => hole).sort();

describe('the words of the viewer', () => {
  it('are there in both languages, with the same holes', () => {
    for (const [key, { en, nb }] of entries) {
      expect(en.trim(), key).not.toBe('');
      expect(nb.trim(), key).not.toBe('');
      expect(new Set(holes(nb)), key).toEqual(new Set(holes(en)));
    }
  });

  it('stand once: no key in two files, none that the common dictionary has', () => {
    const folder = 'viz/words';
    const inFiles = readdirSync(folder)
      .filter((name) => name !== 'words.ts' && name !== 'fill.ts')
      .flatMap((name) =>
        [...readFileSync(`${folder}/${name}`, 'utf8').matchAll(/^ {2}(\w+):/gm)].map(([, key]) => key),
      );
    expect(inFiles.filter((key, at) => inFiles.indexOf(key) !== at)).toEqual([]);
    expect(inFiles.length).toBe(entries.length);
    expect(inFiles.filter(isWordKey)).toEqual([]);
  });

  it('are all said somewhere', () => {
    const walk = (folder: string): string[] =>
      readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
        entry.isDirectory() ? walk(`${folder}/${entry.name}`) : [`${folder}/${entry.name}`],
      );
    const code = walk('viz')
      .filter((path) => path.endsWith('.ts') && !/^viz\/words\/(?!words\.ts)/.test(path))
      .map((path) => readFileSync(path, 'utf8'))
      .join('\n');
    // a key may be put together: `lever_${name}`
    const stems = [...code.matchAll(/[`'"](\w+_)\$\{/g)].map(([, stem]) => stem);
    const unsaid = entries
      .map(([key]) => key)
      .filter((key) => !new RegExp(`\\b${key}\\b`).test(code) && !stems.some((stem) => key.startsWith(stem)));
    expect(unsaid).toEqual([]);
  });

  it('are said with their holes filled, or not at all', () => {
    const [key] = entries.find(([, { en }]) => holes(en).length > 0) ?? [];
    if (key !== undefined) expect(() => say('en', key)).toThrow(/needs/);
  });
});
