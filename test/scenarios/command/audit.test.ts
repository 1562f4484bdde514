import { describe, expect, test } from 'vitest';
import { moved, rangeOf } from '../../../scenarios/command/audit-parameters.ts';
import { paired, policyNames } from '../../../scenarios/command/audit-policies.ts';
import { asGiven, realise } from '../../../scenarios/resolve/realise.ts';
import { scenario } from '../words/findings.ts';

describe('the audit', () => {
  test('the paired t of 1, 2, 3 is 2 ÷ (1 ÷ √3); of equal differences endless; of none 0', () => {
    expect(paired([1, 2, 3]).mean).toBe(2);
    expect(paired([1, 2, 3]).t).toBeCloseTo(2 * Math.sqrt(3), 12);
    expect(paired([2, 2])).toEqual({ mean: 2, t: Number.POSITIVE_INFINITY });
    expect(paired([0, 0])).toEqual({ mean: 0, t: 0 });
    expect(paired([1])).toEqual({ mean: null, t: null });
  });

  test('it tries every variant of every policy', () => {
    expect(policyNames()).toEqual(expect.arrayContaining(['framework:passed-on', 'framework:held-back', 'more-beds']));
  });

  test('a parameter is moved across its range, one without a range by a tenth, a yes or no from 0 to 1', () => {
    const { plan } = scenario('medium');
    expect(rangeOf(plan, 'follow_up.caseload')).toEqual({ low: 11, high: 22 });
    expect(rangeOf(plan, 'council.retention')).toEqual({ low: 0, high: 1 });
    expect(rangeOf(plan, 'office.by_need')).toEqual({ low: 0, high: 1 });
  });

  test('a moved parameter holds everywhere and no other moves; shares of groups stay a whole', () => {
    const { plan, arrangement } = scenario('medium');
    const changed = realise(moved(plan, 'follow_up.caseload', 20), asGiven);
    for (const town of changed.towns) expect(town.numbers[0].values.follow_up.caseload).toBe(20);
    for (const town of changed.towns) town.numbers[0].values.follow_up.caseload = 13.5;
    expect(changed).toEqual(arrangement);
    const group = arrangement.groups[0].name;
    const shares = realise(moved(plan, `groups.${group}.share`, 0.3), asGiven).groups.map(({ share }) => share);
    expect(shares[0]).toBe(0.3);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
  });
});
