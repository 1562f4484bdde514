import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { waits } from '../../../viz/charts/waits/waits.ts';
import { standalone } from '../../../viz/page/downloads.ts';
import { notesOf } from '../../../viz/page/notes.ts';
import { unpack } from '../../../viz/result/pack.ts';

const result = unpack(readFileSync('viz/example/medium.json', 'utf8'));
const drawing = waits(result, {
  lang: 'en',
  width: 700,
  focus: result.findings.scenarios[1].name,
  day: 0,
  municipality: 'medium-1',
  narrow: false,
});
const svg = standalone(drawing, notesOf({ result, lang: 'en' }));

describe('a picture that leaves the page', () => {
  it('carries its title, scenarios, futures, seed and version', () => {
    for (const text of [drawing.title, 'B Framework grant, passed on', '100 simulated futures, seed 1, Forløp']) {
      expect(svg).toContain(text);
    }
  });

  it('has its colours in it, and a ground', () => {
    expect(svg).not.toContain('var(--');
    expect(svg).toContain('fill="#FFFFFF"');
  });

  it('is taller than the chart by its words, and wider by its margins', () => {
    const [, width, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? [];
    expect(Number(width)).toBe(drawing.width + 40);
    expect(Number(height)).toBeGreaterThan(drawing.height + 60);
  });
});
