import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';

/** Inside the project, since the examples import from it. */
const room = resolve('dist/kernel-page');
const blocks = [...readFileSync('docs/kernel.md', 'utf8').matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(
  (block) => block[1]!,
);

/** What a block says that it prints: what stands behind `//` on a line with `console.log`, or alone after its loop. */
function said(block: string): string[] {
  const lines = block.split('\n');
  return lines.flatMap((line, i) => {
    const behind = /console\.log\(.*\); \/\/ (.*)$/.exec(line)?.[1];
    if (behind !== undefined) return [behind];
    const alone = /^\/\/ (.*)$/.exec(line)?.[1];
    const before = lines.slice(0, i).findLast((other) => !other.startsWith('//'));
    return alone !== undefined && before === '}' ? [alone] : [];
  });
}

const shown = (value: unknown) => (typeof value === 'object' ? JSON.stringify(value) : String(value));

afterEach(() => vi.restoreAllMocks());
afterAll(() => rmSync(room, { recursive: true, force: true }));

describe('docs/kernel.md', () => {
  it('has an example for most of its parts, and each says what it prints', () => {
    expect(blocks.length).toBeGreaterThanOrEqual(10);
    for (const block of blocks) expect(said(block).length).toBeGreaterThan(0);
  });

  it.each(blocks.map((block, i) => ({ name: `example ${i + 1}`, block, file: `${room}/example-${i + 1}.ts` })))(
    '$name prints what it says',
    async ({ block, file }) => {
      mkdirSync(room, { recursive: true });
      writeFileSync(file, block.replaceAll("'../model/", "'../../model/"));
      const printed: string[] = [];
      vi.spyOn(console, 'log').mockImplementation((...values) => void printed.push(values.map(shown).join(' ')));
      await import(/* @vite-ignore */ file);
      expect(printed).toEqual(said(block));
    },
  );
});
