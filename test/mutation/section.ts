/** The section of docs/verification.md on mutation testing, written from the counts in scores.json. */
import { table } from '../../scenarios/docs/markers.ts';
import scores from './scores.json';

export interface Score {
  /** Path of the file whose code was broken. */
  file: string;
  /** Breaks that a test noticed, by failing or by not coming to an end. */
  killed: number;
  /** Breaks that no test noticed. */
  survived: number;
  /** Why the survivors stay; empty when there are none. */
  why: string;
}

/** `killed` of all, in per cent; one decimal, rounded down, so that 100 means all. */
const scoreText = ({ killed, survived }: Score) => (Math.floor((1000 * killed) / (killed + survived)) / 10).toFixed(1);

/** @param files in the order of the table */
export function mutationSection(files: readonly Score[] = scores): string {
  const rows = files.map((score) => [
    `\`${score.file}\``,
    String(score.killed + score.survived),
    String(score.killed),
    String(score.survived),
    scoreText(score),
    score.why,
  ]);
  return `## Mutation testing

Would the tests notice a mistake? \`npm run mutate\` (Stryker) breaks the code in small ways, one at a time (< becomes ≤,
+ becomes −, a block or a text becomes empty), and runs tests on each. A break that makes a test fail, or never end, is
killed; one that nothing notices survives. Each file below was tried with the tests of that file only. What runs once as
a file is read (constants, tables) was not broken.

${table(['file', 'breaks', 'killed', 'survived', 'killed, %', 'why the rest stays'], rows, [1, 2, 3, 4])}

**Not run:** every other file of \`model/\`. Nothing is known of them in this way.`;
}
