import { expect, test } from 'vitest';
import { picture } from '../../../scenarios/command/picture.ts';
import { findings, town } from '../words/findings.ts';

const days = Array.from({ length: 181 }, (_, month) => Math.round((month - 60) * 30.4375));
const series = (scenario: string, mean: (day: number) => number) => ({
  scenario,
  municipality: town,
  kind: 'waiting' as const,
  queue: 'follow_up',
  days,
  mean: days.map(mean),
});
const made = findings({
  series: [series('medium', () => 2), series('medium+framework', (day) => (day > 0 ? 8 : 2))],
});

test('each line ends at its letter, the higher above the lower, years below', () => {
  const drawn = picture(made, 'follow_up', town, 'en', { width: 80, colour: false })!;
  const rowOf = (letter: string) => drawn.lines.findIndex((line) => line.endsWith(` ${letter}`));
  expect(rowOf('B')).toBe(0);
  expect(rowOf('A')).toBeGreaterThan(rowOf('B'));
  expect(drawn.lines.at(-1)).toMatch(/2022 +\|2027 +2032/);
  expect([drawn.from, drawn.to]).toEqual([2022, 2037]);
  for (const line of drawn.lines) expect([...line].length).toBeLessThanOrEqual(80);
});

test('the scale is written at its rows, from the most to 0', () => {
  const { lines } = picture(made, 'follow_up', town, 'en', { width: 80, colour: false })!;
  expect(lines[0].trimStart().startsWith('8.0')).toBe(true);
  expect(lines[lines.length - 2].trimStart().startsWith('0.0')).toBe(true);
});

test('where nobody waits nothing is drawn', () => {
  expect(
    picture(findings({ series: [series('medium', () => 0)] }), 'follow_up', town, 'en', { width: 80, colour: false }),
  ).toBeNull();
  expect(picture(findings(), 'follow_up', town, 'en', { width: 80, colour: false })).toBeNull();
});
