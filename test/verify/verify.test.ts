import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { type Case, judge, limitFor } from './case.ts';
import { allCases } from './cases.ts';
import { type Row, rowIn, rowOf, verificationPage } from './page.ts';

const cases = allCases();
/** The twin's rows are run by its own test. */
const here = (of: Case) => !of.slow && !of.group.startsWith('The twin');
const limit = limitFor(cases.length);
const written = readFileSync('docs/verification.md', 'utf8');
const rows: Row[] = [];

describe('the verification suite', () => {
  it('has cases of their own names, and beside each slow one a quicker one of its group', () => {
    const names = cases.map(({ group, name }) => `${group}: ${name}`);
    expect(new Set(names).size).toBe(names.length);
    for (const { group } of cases.filter(({ slow }) => slow)) {
      expect(cases.some((other) => other.group === group && !other.slow)).toBe(true);
    }
  });

  test.each(cases.filter(here).map((of) => [of.group, of.name, of] as const))(
    'agrees on %s: %s',
    (_group, _name, of) => {
      const judged = judge(of, of.run(), limit);
      rows.push(rowOf(judged));
      expect(judged.agrees, `${judged.value}, but ${of.published} by ${of.source} (z ${judged.z})`).toBe(true);
    },
    120_000,
  );

  it('is what docs/verification.md shows, all of which agrees', () => {
    const shown = cases.map((of) => (here(of) ? rows.find((row) => row.of === of) : rowIn(written, of)));
    expect(shown.filter((row) => row === undefined)).toEqual([]);
    expect(verificationPage(shown as Row[], limit)).toBe(written);
    expect(written).toContain(`${cases.length} cases, ${cases.length} agree, 0 do not`);
    expect(written).not.toContain('**disagrees**');
  });
});
