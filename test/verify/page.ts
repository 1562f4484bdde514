/** docs/verification.md, written from the cases as they were judged. */
import { format } from 'd3';
import { table } from '../../scenarios/docs/markers.ts';
import { mutationSection } from '../mutation/section.ts';
import { type Case, familyChance, type Judged } from './case.ts';
import { twinSection } from './twin/page.ts';

/** A case and its row of the page. */
export interface Row {
  of: Case;
  cells: string[];
}

const head = ['case', 'source', 'published', 'ours', 'standard error', 'z', 'verdict'];

/** Six digits; fewer would hide a difference, more would show the last bits of a sum. */
function numberText(value: number): string {
  if (Number.isNaN(value)) return 'undefined';
  if (value === 0) return '0';
  const size = Math.abs(value);
  if (size < 1e-4 || size >= 1e15) return format('.2e')(value).replace('−', '-');
  if (Number.isInteger(value)) return format(',')(value);
  return format(size >= 1e5 ? ',.0f' : ',.6~r')(value);
}

const withUnit = (value: number, unit: string | undefined) =>
  unit === undefined ? numberText(value) : `${numberText(value)} ${unit}`;

function publishedText({ published, within, atMost, unit }: Case): string {
  const tolerance = within === undefined ? '' : ` ± ${format('.2~r')(within)}`;
  return `${atMost ? 'at most ' : ''}${withUnit(published, unit)}${tolerance}`;
}

export function rowOf({ case: of, value, standardError, z, agrees }: Judged): Row {
  const error = standardError !== null ? format('.2~g')(standardError) : z === null ? 'exact' : 'test';
  const distance = z === null ? '' : format('.2f')(z);
  const verdict = agrees ? 'agrees' : '**disagrees**';
  return { of, cells: [nameIn(of), of.source, publishedText(of), withUnit(value, of.unit), error, distance, verdict] };
}

/** As it stands in the page; a slow case is marked. */
export const nameIn = ({ name, slow }: Case): string => `${name}${slow ? ' †' : ''}`;

/** The row of a case in a page that was written before, undefined if it is not there. */
export function rowIn(page: string, of: Case): Row | undefined {
  const line = page.split('\n').find((candidate) => candidate.startsWith(`| ${nameIn(of)} | ${of.source} |`));
  return line === undefined ? undefined : { of, cells: line.slice(2, -2).split(' | ') };
}

const disagrees = ({ cells }: Row) => cells[cells.length - 1] !== 'agrees';

/** `N cases, N agree, N do not`. */
export function summary(rows: readonly Row[]): string {
  const wrong = rows.filter(disagrees).length;
  return `${rows.length} cases, ${rows.length - wrong} agree, ${wrong} do not`;
}

/** @param limit the largest |z| that agrees */
export function verificationPage(rows: readonly Row[], limit: number): string {
  const groups = [...new Set(rows.map(({ of }) => of.group))];
  const tableOf = (group: string, heading: string) => {
    const cells = rows.filter(({ of }) => of.group === group).map((row) => row.cells);
    return `${heading} ${group}\n\n${table(head, cells, [2, 3, 4, 5])}`;
  };
  const ofTwin = (group: string) => group.startsWith('The twin');
  const sections = groups.filter((group) => !ofTwin(group)).map((group) => tableOf(group, '##'));
  const twin = groups.filter(ofTwin).map((group) => tableOf(group, '###'));
  const parts = [introduction(summary(rows), limit), ...sections, twinSection().join('\n'), ...twin, mutationSection()];
  return `${parts.join('\n\n')}\n`;
}

function introduction(count: string, limit: number): string {
  return `# Verification

<!-- Written by \`npm run verify\`. Change test/verify, not this page. -->

Does the program compute what it says it computes? Each row below holds a number of this program against one that
somebody else gives: a textbook, another program, a published data set, a formula. **${count}.**

\`npm run verify\` runs all of it again and writes this page; it takes about ten minutes and fails when one case
disagrees. \`npm test\` runs the same list and compares this page with what it finds, but for the cases marked †, which
take too long; each has a smaller one beside it.

## How to read a row

- **published**: what the source says. ± is the tolerance: half of the last digit printed there, or one that the row
  states (a limit theorem holds only nearly).
- **ours, standard error**: what the program gives and how sure that is. Queues are simulated in independent
  replications, each from empty with a warm-up of its own; the standard error is that of the mean over them. Seeds are
  fixed, so the digits are the same each time.
- **exact**: there is no chance in it. It agrees if it lies within the tolerance, and where none is given, if it is equal.
- **z**: the distance in standard errors, after the tolerance. For a **test** (Kolmogorov–Smirnov, χ², the largest of
  several), the distance of a normal value that is as improbable; 0 means that nothing is remarkable.
- **agrees**: |z| is at most ${format('.2f')(limit)}. There are many rows, and with a limit of 2 one in twenty would
  disagree by chance. This limit shares a chance of ${familyChance * 100} % among all rows (Bonferroni): a correct program has a row
  that disagrees anywhere with fewer than one in a hundred seeds. Where the standard error rests on few replications,
  the limit is that of Student’s t at the same chance.

## What is verified, and what is not

The textbook queues run on the event list, lines, draws and statistics that the pathway uses, put together with the
[public kernel](../model/kernel/kernel.ts). So the machinery is verified: time, order, waiting, giving up, chance, and the
arithmetic of a comparison. Whether the *pathway* is the right one, and whether its numbers are those of Norway, no
textbook knows: see [assumptions](model.md#assumptions) and [targets](model.md#the-eight-targets).

One thing was found and left as it is. Addressed draws hash municipality, person, purpose and visit one after the other.
Two persons of different municipalities share one of the three words of their state with a chance of 2⁻³², and
then share it at all their purposes and visits: among 100,000 persons it is about one pair that meets the same first
uniforms throughout. The whole states (96 bits) of no two places were the same.`;
}
