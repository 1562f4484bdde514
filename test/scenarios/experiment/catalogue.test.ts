import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { tallies } from '../../../model/record.ts';
import type { Measure } from '../../../scenarios/experiment/catalogue.ts';
import { catalogue, cellsOf, mattersOf, readCatalogue, readRatio } from '../../../scenarios/experiment/catalogue.ts';
import { byPeriod, layoutOf } from '../../../scenarios/experiment/layout.ts';
import { scenarios } from './small-experiment.ts';

const [{ arrangement }] = scenarios(['tiny']);
const layout = layoutOf(arrangement, 'month');

const lists = 'chain: []\nheadline: [a]\nfunding_heads: []\norganisation_heads: []\n';
const of = (entry: string) =>
  `${lists}measures:\n  a: {label: {en: a, nb: a}, definition: {en: a, nb: a}, unit: days, better: lower, ${entry}}\n`;
const read = (text: string) => readCatalogue(parse(text));
const good = of(
  'kind: ratio, level: town, numerator: {days_present: 2, deaths: -1}, denominator: {days: 1}, scale: 10, groups: true',
);

describe('the bundled catalogue', () => {
  test('can be read, and its measures have a cell for every period', () => {
    const { measures } = catalogue();
    expect(measures.length).toBeGreaterThan(40);
    for (const measure of measures) expect(cellsOf(measure, layout).length).toBeGreaterThan(1);
  });
});

describe('a measure', () => {
  test('is scale × weighted numerator and weighted denominator of its cell', () => {
    const measure = read(good).byName.get('a') as Measure;
    const n = tallies.length;
    const byYear = new Float64Array(2 * 3 * n);
    const set = (place: number, year: number, tally: string, value: number) => {
      byYear[(place * 3 + year) * n + tallies.indexOf(tally as never)] = value;
    };
    set(0, 0, 'days_present', 1_000);
    set(0, 1, 'days_present', 5);
    set(0, 2, 'days_present', 7);
    set(0, 2, 'deaths', 3);
    set(0, 1, 'days', 4);
    const sums = { byPeriod: byPeriod(byYear, layout), byGroup: new Float64Array(2 * 2 * layout.groups.length * n) };
    const [all] = cellsOf(measure, layout);
    expect(all).toMatchObject({ period: 'all', municipality: '1', group: 'all' });
    // after the switch: 2 × (5 + 7) − 3, times 10
    expect(readRatio(measure, all, layout, sums)).toEqual([210, 4, Number.NaN]);
  });

  test('has cells for groups only in the periods all and before', () => {
    const measure = read(good).byName.get('a') as Measure;
    const cells = cellsOf(measure, layout);
    const ofGroups = cells.filter((cell) => cell.group !== 'all');
    expect(new Set(ofGroups.map((cell) => cell.period))).toEqual(new Set(['all', 'before']));
    expect(ofGroups.length).toBe(2 * 2 * layout.groups.length);
    expect(new Set(cells.map((cell) => cell.municipality))).toEqual(new Set(['1', 'all']));
  });

  test('of the provider has no rows for municipalities, and of both has both', () => {
    const at = (level: string) => {
      const text = of(`kind: ratio, level: ${level}, numerator: {deaths: 1}, denominator: {years: 1}`);
      return new Set(cellsOf(read(text).measures[0], layout).map((cell) => cell.municipality));
    };
    expect(at('provider')).toEqual(new Set(['provider']));
    expect(at('both')).toEqual(new Set(['1', 'provider']));
  });

  test('matters by a share of the base with a floor, or absolutely', () => {
    const matters = (text: string) =>
      read(of(`kind: ratio, level: town, numerator: {deaths: 1}, denominator: {years: 1}, matters: ${text}`))
        .measures[0];
    expect(mattersOf(matters('{share_of_base: 0.1, at_least: 0.5}'), 20)).toBe(2);
    expect(mattersOf(matters('{share_of_base: 0.1, at_least: 0.5}'), 2)).toBe(0.5);
    expect(mattersOf(matters('{absolute: 5}'), 200)).toBe(5);
  });

  test('with a mistake is refused with its name', () => {
    const refused = (entry: string) => () => read(of(entry));
    expect(refused('kind: ratio, level: town, numerator: {beers: 1}, denominator: {days: 1}')).toThrow(
      'a: no tally "beers"',
    );
    expect(refused('kind: ratio, level: town, numerator: {deaths: 1}')).toThrow('a: a ratio needs');
    expect(refused('kind: median, level: town')).toThrow('a: no queue "a"');
    expect(refused('kind: ratio, level: street, numerator: {deaths: 1}, denominator: {days: 1}')).toThrow(
      'level is street',
    );
    const verdict = 'kind: ratio, level: town, numerator: {deaths: 1}, denominator: {days: 1}, verdict: true';
    expect(refused(verdict)).toThrow('needs "matters"');
    expect(() => read(good.replace('headline: [a]', 'headline: [b]'))).toThrow('headline: no measure "b"');
  });
});
