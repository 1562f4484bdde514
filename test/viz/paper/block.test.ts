import { describe, expect, it } from 'vitest';
import { abreast, figures, nothing, paragraph, rich, stack } from '../../../viz/paper/block.ts';

describe('a paragraph on paper', () => {
  it('is as high as its lines and the space above', () => {
    // in notes of 10.2 pixels a line is 13.5 high; an i is a quarter of an em wide, a space 0.3
    expect(paragraph('iiii', { width: 100 }).height).toBe(13.5);
    expect(paragraph('iiii iiii', { width: 12 }).height).toBe(27);
    expect(paragraph('iiii', { width: 100, above: 3 }).height).toBe(16.5);
    // 80 i are 204 pixels
    expect(paragraph('i'.repeat(80), { width: 100 }).height).toBe(3 * 13.5);
  });

  it('is written as plain text, whatever it holds', () => {
    expect(paragraph('a < b', { width: 100 }).html).toContain('>a &lt; b</p>');
    expect(rich('ab', ['a', '<b>b</b>'], { width: 100 }).html).toContain('>a<b>b</b></p>');
  });
});

describe('blocks', () => {
  it('under each other have space between them, and none around what is not there', () => {
    const [a, b] = [10, 20].map((height) => ({ html: '<p></p>', height }));
    expect(stack([a, nothing, b], 4).height).toBe(34);
    expect(stack([nothing, a], 4)).toEqual(a);
  });

  it('side by side are as high as the highest', () => {
    const columns = [10, 20].map((height) => ({ block: { html: '', height }, width: 50 }));
    expect(abreast(columns, 8).height).toBe(20);
  });

  it('of figures have a line a row with its hairline, and more where a name is broken', () => {
    // a line of 13.5, 2 above and below, a hairline of 1
    expect(figures(['', 'A', 'B'], [['i', '1', '+1']], 200).height).toBe(37);
    expect(figures(['', 'A', 'B'], [[`${'m'.repeat(7)} ${'m'.repeat(7)}`, '1', '+1']], 190).height).toBe(50.5);
  });
});
