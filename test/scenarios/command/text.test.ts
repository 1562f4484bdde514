import { describe, expect, test } from 'vitest';
import { commandLine } from '../../../scenarios/command/command-line.ts';
import { defaultDirectory, overBase } from '../../../scenarios/command/experiment.ts';
import { progressLine } from '../../../scenarios/command/progress.ts';
import { columnsOf, tableLines, widthOf, wrap } from '../../../scenarios/command/text.ts';

describe('text in a terminal', () => {
  test('lines break at spaces, never inside a number', () => {
    expect(wrap('one two three', 7)).toEqual(['one two', 'three']);
    expect(wrap('  one two three', 8, 4)).toEqual(['  one', '    two', '    three']);
    expect(wrap('20\u00a0000 people', 8)).toEqual(['20\u00a0000', 'people']);
  });

  test('colours take no room', () => {
    expect(columnsOf('\u001b[1måø\u001b[22m')).toBe(2);
  });

  test('the width is the terminal’s, at most 100, and 100 in a pipe', () => {
    expect([widthOf({}), widthOf({ columns: 72 }), widthOf({ columns: 300 })]).toEqual([100, 72, 100]);
  });

  test('numbers stand under one another and heads never touch', () => {
    expect(
      tableLines(
        ['', 'joined now', 'served'],
        [
          ['A', '1.9', '27'],
          ['B', '12.4', '5'],
        ],
      ),
    ).toEqual(['    joined  served', '       now', 'A      1.9      27', 'B     12.4       5']);
  });

  test('progress shows what is done and the time left', () => {
    expect(progressLine('en', 50, 100, 61)).toBe(
      '[============            ] 50 of 100 futures, 1\u00a0min\u00a001\u00a0s left',
    );
    expect(progressLine('nb', 0, 100, null)).toBe('[                        ] 0 av 100 framtider, ? igjen');
  });
});

describe('names', () => {
  test('a policy alone is laid over the base', () => {
    expect(overBase('medium+more-beds', '+framework')).toBe('medium+more-beds+framework');
    expect(overBase('medium', 'medium+framework')).toBe('medium+framework');
  });

  test('a result without a name is called by its scenarios', () => {
    expect(defaultDirectory(['medium', 'medium+framework:held-back'])).toBe('results/medium+framework-held-back');
    expect(defaultDirectory(['small', 'large'])).toBe('results/small_large');
    expect(defaultDirectory(['./towns/our town.yaml'])).toBe('results/towns-our-town');
    expect(defaultDirectory(Array(40).fill('medium+framework')).length).toBeLessThan(100);
  });

  test('the command is written so that a shell reads it back', () => {
    expect(commandLine(['run', 'medium', '--out', "it's mine"])).toBe("forlop run medium --out 'it'\\''s mine'");
  });
});
