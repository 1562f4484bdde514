import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import scores from './scores.json';
import { mutationSection } from './section.ts';

describe('the scores of mutation testing', () => {
  it('are of files of the model, each once, and say why what survives stays', () => {
    const names = scores.map(({ file }) => file);
    expect(new Set(names).size).toBe(names.length);
    for (const { file, survived, why } of scores) {
      expect(file).toMatch(/^model\//);
      expect(existsSync(file), file).toBe(true);
      expect(why === '', file).toBe(survived === 0);
    }
  });

  it('are rounded down, so that 100 is said of all only', () => {
    const row = (killed: number, survived: number) =>
      mutationSection([{ file: 'model/a.ts', killed, survived, why: 'the same' }])
        .split('\n')
        .find((line) => line.includes('model/a.ts'));
    expect(row(1999, 1)).toBe('| `model/a.ts` | 2000 | 1999 | 1 | 99.9 | the same |');
    expect(row(3, 0)).toBe('| `model/a.ts` | 3 | 3 | 0 | 100.0 | the same |');
  });
});
