import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apart, balanced, textWidth, wrapped } from '../../../viz/charts/measure-text.ts';

const places = fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 1, maxLength: 6 });

describe('labels moved apart', () => {
  it('stay where they are when they do not touch', () => {
    expect(apart([90, 10, 50], 20, 0, 100)).toEqual([90, 10, 50]);
  });

  it('share the way to go: two at the same place go half a gap each', () => {
    expect(apart([50, 50], 20, 0, 100)).toEqual([40, 60]);
  });

  it('are pushed in from the edge, and push the next one on', () => {
    expect(apart([0, 5, 100], 20, 0, 100)).toEqual([0, 20, 100]);
  });

  it('keep their gap, their order and their bounds', () => {
    fc.assert(
      fc.property(places, fc.integer({ min: 1, max: 40 }), (wanted, gap) => {
        const placed = apart(wanted, gap, 0, 300);
        const order = wanted.map((_, i) => i).sort((a, b) => wanted[a] - wanted[b] || a - b);
        order.slice(1).forEach((i, at) => {
          expect(placed[i] - placed[order[at]]).toBeGreaterThanOrEqual(gap - 1e-6);
        });
        expect(Math.min(...placed)).toBeGreaterThanOrEqual(-1e-9);
        expect(Math.max(...placed)).toBeLessThanOrEqual(300 + 1e-6);
      }),
    );
  });

  it('go no farther in all than any other arrangement in whole steps does', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 2, maxLength: 3 }), (wanted) => {
        const cost = (placed: readonly number[]) => placed.reduce((sum, at, i) => sum + (at - wanted[i]) ** 2, 0);
        const gap = 4;
        const sorted = [...wanted].sort((a, b) => a - b);
        const best = cost(apart(wanted, gap, 0, 12));
        const tried = (placed: number[]): void => {
          if (placed.length === sorted.length) {
            expect(placed.reduce((sum, at, i) => sum + (at - sorted[i]) ** 2, 0)).toBeGreaterThanOrEqual(best - 1e-9);
            return;
          }
          const from = placed.length === 0 ? 0 : placed[placed.length - 1] + gap;
          for (let at = from; at <= 12; at++) tried([...placed, at]);
        };
        tried([]);
      }),
    );
  });
});

describe('text in lines', () => {
  const text = fc
    .array(fc.stringMatching(/^[a-zæøå]{1,9}$/), { minLength: 1, maxLength: 9 })
    .map((words) => words.join(' '));

  it('is no wider than asked, unless a word alone is, and loses nothing', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 20, max: 200 }), (words, width) => {
        for (const lines of [wrapped(words, width, 13), balanced(words, width, 13)]) {
          expect(lines.join(' ')).toBe(words);
          for (const line of lines) if (line.includes(' ')) expect(textWidth(line, 13)).toBeLessThanOrEqual(width);
        }
      }),
    );
  });

  it('has as few lines when it is balanced, and its longest line is no longer', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 20, max: 200 }), (words, width) => {
        const longest = (lines: string[]) => Math.max(...lines.map((line) => textWidth(line, 13)));
        const greedy = wrapped(words, width, 13);
        const even = balanced(words, width, 13);
        expect(even).toHaveLength(greedy.length);
        expect(longest(even)).toBeLessThanOrEqual(longest(greedy));
      }),
    );
  });

  it('leaves no word alone on the last line where two can stand there', () => {
    expect(wrapped('D More stay beds in town', 160, 13, 650)).toEqual(['D More stay beds in', 'town']);
    expect(balanced('D More stay beds in town', 160, 13, 650)).toEqual(['D More stay', 'beds in town']);
  });
});
