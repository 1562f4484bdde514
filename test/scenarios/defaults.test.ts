import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Declared } from '../../model/parameters.ts';
import { commonParameters, groupParameters, townParameters } from '../../model/parameters.ts';

interface Leaf {
  value: number | 'drawn';
  unit: string;
  low: number;
  high: number;
  source: string;
  confidence: string;
  held_by?: string;
  label: { en: string; nb: string };
}
type Tree<Value> = Record<string, Record<string, Value>>;

const file = parse(readFileSync(new URL('../../scenarios/places/defaults.yaml', import.meta.url), 'utf8')) as {
  parameters: Tree<Leaf>;
  groups: Record<string, { label: Leaf['label'] } & Record<keyof typeof groupParameters, Leaf>>;
};

function paths(tree: Tree<unknown>): string[] {
  return Object.entries(tree).flatMap(([section, names]) => Object.keys(names).map((name) => `${section}.${name}`));
}

const declared: Tree<Declared> = { ...townParameters, ...commonParameters };
const leaves: [path: string, leaf: Leaf, declared: Declared][] = [
  ...paths(file.parameters).map((path): [string, Leaf, Declared] => {
    const [section, name] = path.split('.');
    return [path, file.parameters[section][name], declared[section]?.[name]];
  }),
  ...Object.entries(file.groups).flatMap(([group, { label: _, ...numbers }]) =>
    Object.entries(numbers).map(([name, leaf]): [string, Leaf, Declared] => [
      `groups.${group}.${name}`,
      leaf,
      groupParameters[name as keyof typeof groupParameters],
    ]),
  ),
];

const number = (path: string, bound: 'value' | 'low' | 'high' = 'value') => {
  const [section, name] = path.split('.');
  return file.parameters[section][name][bound] as number;
};

describe('the defaults', () => {
  test('have exactly the parameters that the model declares, in its order', () => {
    expect(paths(file.parameters)).toEqual(paths(declared));
  });

  test('have nothing but parameters and groups', () => {
    expect(Object.keys(file)).toEqual(['parameters', 'groups']);
  });

  test('give every group exactly the numbers that the model declares', () => {
    for (const { label, ...numbers } of Object.values(file.groups)) {
      expect(Object.keys(numbers)).toEqual(Object.keys(groupParameters));
      expect(Object.keys(label)).toEqual(['en', 'nb']);
    }
  });

  test.each(leaves)('%s says all that is to be known about it, and nothing else', (_path, leaf, { unit }) => {
    const { held_by, ...rest } = leaf;
    expect(Object.keys(rest).sort()).toEqual(['confidence', 'high', 'label', 'low', 'source', 'unit', 'value']);
    expect(rest.unit).toBe(unit);
    expect(['high', 'medium', 'low']).toContain(rest.confidence);
    expect(Object.keys(rest.label).sort()).toEqual(['en', 'nb']);
    const texts = [rest.source, rest.label.en, rest.label.nb, ...(held_by === undefined ? [] : [held_by])];
    for (const text of texts) expect(text).toMatch(/^\S.*\S$/);
  });

  test.each(leaves)(
    '%s lies between its low and high, and these within the limits of the model',
    (_path, leaf, limits) => {
      const value = leaf.value === 'drawn' ? leaf.low : leaf.value;
      expect(leaf.value === 'drawn').toBe(limits.drawn === true);
      for (const bound of [leaf.low, value, leaf.high]) expect(Number.isFinite(bound)).toBe(true);
      expect(leaf.low).toBeGreaterThanOrEqual(limits.min);
      expect(leaf.high).toBeLessThanOrEqual(limits.max);
      expect(value).toBeGreaterThanOrEqual(leaf.low);
      expect(value).toBeLessThanOrEqual(leaf.high);
      expect(leaf.high).toBeGreaterThan(leaf.low);
    },
  );

  test('call a number that nobody has measured assumed, and give it low confidence', () => {
    const assumed = leaves.filter(([, { source }]) => source.startsWith('assumed'));
    expect(assumed.length).toBeGreaterThan(0);
    const confident = assumed.filter(([, { confidence }]) => confidence === 'high').map(([path]) => path);
    expect(confident).toEqual([]);
  });

  test('have groups whose shares add up to 1', () => {
    const sum = Object.values(file.groups).reduce((total, group) => total + (group.share.value as number), 0);
    expect(sum).toBeCloseTo(1, 12);
  });

  test.each([
    [
      'relapses outside a course',
      ['relapse.to_referral', 'relapse.to_return', 'relapse.to_emergency', 'relapse.to_municipality'],
    ],
    ['relapses during a course', ['relapse.to_bed_share', 'relapse.ends_course_share']],
    [
      'ends of being out of contact',
      ['out_of_contact.to_referral', 'out_of_contact.to_emergency', 'out_of_contact.to_exit'],
    ],
    ['the clock of those who wait', ['giving_up.base_early', 'giving_up.base_ramp']],
  ])('leave no share of %s below zero, even if all are drawn at their high', (_what, shares) => {
    expect(shares.reduce((sum, path) => sum + number(path, 'high'), 0)).toBeLessThanOrEqual(1 + 1e-12);
  });

  test('have base shares of time at risk that add up to 1', () => {
    const shares = ['base_early', 'base_ramp', 'base_late', 'base_follow_up', 'base_in_course'];
    expect(shares.reduce((sum, name) => sum + number(`relapse.${name}`), 0)).toBeCloseTo(1, 12);
  });

  test.each([
    ['first_contact.deadline_low', 'first_contact.deadline_mode'],
    ['first_contact.deadline_mode', 'first_contact.deadline_high'],
    ['first_contact.booked_from', 'first_contact.booked_to'],
    ['relapse.gap_from_days', 'relapse.gap_full_days'],
    ['detox.median_days', 'detox.mean_days'],
    ['stay.short_days', 'stay.long_days'],
    ['application.candidate_days', 'application.advertise_days'],
    ['priority.retention_0', 'priority.retention_10'],
    ['priority.retention_10', 'priority.retention_36'],
    ['priority.retention_36', 'priority.retention_80'],
    ['priority.retention_80', 'priority.retention_100'],
    ['priority.pass_through_none', 'priority.pass_through_full_from'],
    ['priority.pass_through_full_from', 'priority.pass_through_full_to'],
  ])('never draw %s above %s', (lower, upper) => {
    expect(number(lower, 'high')).toBeLessThanOrEqual(number(upper, 'low'));
  });

  test('leave the lighter users of beds some use of them, whatever is drawn', () => {
    expect(number('need.heavy_share', 'high') * number('need.heavy_factor', 'high')).toBeLessThan(1);
  });

  test('let no municipality win the grant with a chance above 1, whatever is drawn', () => {
    const held = number('grant.held_share', 'high');
    expect((held * (1 - number('grant.renewed_share', 'low'))) / (1 - held)).toBeLessThanOrEqual(1);
  });

  test('hold every level that the balance fixes', () => {
    const sections = ['beds', 'census', 'municipal_need'];
    const names = [
      ...['first_referred', 'municipal', 'emergency', 'trend'].map((name) => `need.${name}`),
      ...['days', 'bed_requests'].flatMap((name) => [`course.${name}`, `lar.${name}`]),
      ...['first_share', 'later_share'].map((name) => `lar.${name}`),
      ...['mean_days', 'median_days'].map((name) => `detox.${name}`),
      ...['short_days', 'long_days', 'long_share', 'dropout_days'].map((name) => `stay.${name}`),
      ...['level', 'shape', 'scale_days', 'end_days'].map((name) => `relapse.${name}`),
      ...Object.keys(file.parameters.relapse)
        .filter((name) => name.startsWith('base_'))
        .map((name) => `relapse.${name}`),
      ...['posts.own', 'grant.posts', 'first_contact.slots', 'follow_up.caseload', 'follow_up.duration_days'],
      ...sections.flatMap((section) => Object.keys(file.parameters[section]).map((name) => `${section}.${name}`)),
    ].filter((path) => path !== 'municipal_need.referral_rate'); // a route to TSB, not a level of municipal need
    const free = names.filter((path) => {
      const [section, name] = path.split('.');
      return file.parameters[section][name].held_by === undefined;
    });
    expect(free).toEqual([]);
  });

  test('have the numbers that other numbers were worked out from', () => {
    // 13 detox and 90 stay beds for the 240,000 adults of the standard catchment
    expect(number('beds.detox') * 2.4).toBeCloseTo(13, 3);
    expect(number('beds.stay') * 2.4).toBeCloseTo(90, 10);
    // 37 % after 3 months and 50 % after 6 lie on the curve, to half a point
    const relapsed = (days: number) =>
      1 - Math.exp(-((days / number('relapse.scale_days')) ** number('relapse.shape')));
    expect(relapsed(91)).toBeCloseTo(0.37, 2);
    expect(relapsed(182)).toBeCloseTo(0.5, 2);
    // 12 % give up a mean wait of 33 days
    expect(1 - Math.exp(-number('giving_up.rate') * 33)).toBeCloseTo(0.12, 2);
  });
});
