import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { tallies, waitQueues } from '../../model/record.ts';
import { readCatalogue } from '../../scenarios/experiment/catalogue.ts';

interface Entry {
  label: Record<string, string>;
  definition: Record<string, string>;
  unit: string;
  better: string;
  kind: string;
  queue?: string;
  numerator?: Record<string, number>;
  denominator?: Record<string, number>;
  scale?: number;
  count?: string;
  level: string;
  groups: boolean;
  funding: boolean;
  matters?: { absolute: number } | { share_of_base: number; at_least: number };
  verdict: boolean;
  heads: boolean;
  companions?: string[];
}
interface Catalogue {
  chain: string[];
  headline: string[];
  funding_heads: string[];
  organisation_heads: string[];
  measures: Record<string, Entry>;
}

const text = readFileSync(new URL('../../scenarios/measures.yaml', import.meta.url), 'utf8');
const file = parse(text) as Catalogue;
const entries = Object.entries(file.measures);
const ratios = entries.filter(([, { kind }]) => kind === 'ratio');
const medians = entries.filter(([, { kind }]) => kind === 'median');

/** Tallies of a municipality or the provider, with no person behind them: a group has none. */
const withoutPersons = /^(post_days_|place_days|bed_days_available|nok_|grant_years)/;

describe('the catalogue of measures', () => {
  test('has the names that other people build on', () => {
    const promised = `wait_first_contact_mean wait_first_contact_median wait_bed_mean wait_follow_up_mean
      queue_follow_up_mean lost_share unserved_waiting_mean days_without_service follow_up_within_14d_share
      deadline_breach_share early_discharge_share readmitted_30d_share readmitted_365d_share caseworkers_per_person
      staffed_posts_mean vacant_posts_mean occupancy_beds persons_served deaths cost_municipality
      grants_state post_years_funded post_years_staffed
      tsb_persons_by_april tsb_persons_by_august tsb_persons_by_december
      inpatients_by_april inpatients_by_august inpatients_by_december inpatient_discharges bed_days starts_from_list
      list_length_mean deadline_breaches inpatient_dropout_share relapse_3m_share relapse_6m_share contact_30d_share
      previously_admitted_share municipal_users overdose_deaths`.split(/\s+/);
    expect(promised.filter((name) => !Object.hasOwn(file.measures, name))).toEqual([]);
  });

  test('is read by experiments without complaint', () => {
    expect(readCatalogue(parse(text)).measures.map(({ name }) => name)).toEqual(Object.keys(file.measures));
  });

  test('has the chain from money to days in its order', () => {
    expect(file.chain).toEqual([
      'grants_state',
      'post_years_funded',
      'post_years_staffed',
      'place_years',
      'persons_in_follow_up',
      'wait_follow_up_mean',
    ]);
  });

  test.each(['chain', 'headline', 'funding_heads', 'organisation_heads'] as const)(
    'knows every measure of %s, once',
    (list) => {
      expect(new Set(file[list]).size).toBe(file[list].length);
      expect(file[list].filter((name) => !Object.hasOwn(file.measures, name))).toEqual([]);
    },
  );

  test('lets only measures that may head an answer do so', () => {
    for (const name of [...file.funding_heads, ...file.organisation_heads])
      expect(file.measures[name].heads).toBe(true);
    const heads = entries.filter(([, { heads }]) => heads).map(([name]) => name);
    expect(heads.sort()).toEqual([
      'cost_municipality',
      'days_without_service',
      'follow_up_within_14d_share',
      'lost_share',
      'unserved_waiting_mean',
    ]);
    // municipal money moves neither first contact nor who is lost before it
    expect(file.funding_heads).not.toContain('lost_share');
    expect(file.funding_heads.filter((name) => name.includes('first_contact'))).toEqual([]);
  });

  test.each(entries)('%s has a name in lower case, a label and a definition in both languages', (name, entry) => {
    expect(name).toMatch(/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/);
    for (const texts of [entry.label, entry.definition]) {
      expect(Object.keys(texts)).toEqual(['en', 'nb']);
      for (const text of Object.values(texts)) expect(text).toMatch(/^\S.*\S$/);
      expect(texts.en).not.toBe(texts.nb);
    }
    expect(['lower', 'higher', 'none']).toContain(entry.better);
    expect(['town', 'provider', 'both']).toContain(entry.level);
    for (const flag of [entry.groups, entry.funding, entry.verdict, entry.heads]) expect(typeof flag).toBe('boolean');
    expect(['ratio', 'median']).toContain(entry.kind);
  });

  test('has no two measures under one label', () => {
    for (const language of ['en', 'nb']) {
      const labels = entries.map(([, { label }]) => label[language]);
      expect(labels.filter((label, index) => labels.indexOf(label) !== index)).toEqual([]);
    }
  });

  test.each(ratios)(
    '%s is made of tallies that a run leaves behind',
    (_name, { numerator, denominator, count, queue }) => {
      const used = [
        ...Object.keys(numerator ?? {}),
        ...Object.keys(denominator ?? {}),
        ...(count === undefined ? [] : [count]),
      ];
      expect(used.filter((tally) => !(tallies as readonly string[]).includes(tally))).toEqual([]);
      expect(Object.keys(numerator ?? {})).not.toHaveLength(0);
      expect(Object.keys(denominator ?? {})).not.toHaveLength(0);
      for (const weight of [...Object.values(numerator ?? {}), ...Object.values(denominator ?? {})]) {
        expect(Number.isFinite(weight) && weight !== 0).toBe(true);
      }
      expect(queue).toBeUndefined();
    },
  );

  test.each(medians)(
    '%s is read from a queue whose waits are kept',
    (name, { queue, numerator, denominator, unit, groups }) => {
      expect(waitQueues as readonly string[]).toContain(queue);
      expect(name).toBe(`wait_${queue}_median`);
      expect([numerator, denominator]).toEqual([undefined, undefined]);
      expect(unit).toBe('days');
      expect(groups).toBe(false);
    },
  );

  test.each(ratios)(
    '%s is asked of groups only if there are persons behind all of it',
    (_name, { groups, numerator, denominator }) => {
      const used = [...Object.keys(numerator ?? {}), ...Object.keys(denominator ?? {})];
      if (groups) expect(used.filter((tally) => withoutPersons.test(tally))).toEqual([]);
    },
  );

  test.each(ratios)('%s has a unit that its tallies make', (name, { unit, numerator, denominator, scale }) => {
    const over = Object.keys(denominator ?? {}).join();
    const of = Object.keys(numerator ?? {});
    const isTime = (tally: string) =>
      tally.startsWith('days') || tally === 'wait_days_registered' || /^(post|place)_days/.test(tally);
    if (over === 'days') {
      expect(name.endsWith('_mean') || name === 'persons_in_follow_up').toBe(true);
      expect(of.every(isTime)).toBe(true);
      expect(['persons', 'posts']).toContain(unit);
    } else if (name.startsWith('wait_')) {
      expect(of.every(isTime)).toBe(true);
      expect(unit).toBe('days');
    } else if (unit === 'NOK') {
      expect(of.every((tally) => tally.startsWith('nok_'))).toBe(true);
      expect(over).toBe('years');
    } else if (unit === 'posts' || unit === 'places') {
      // days of a post are a year of it when there are 365.25 of them
      expect(of.every((tally) => /^(post|place)_days/.test(tally))).toBe(true);
      expect(over).toBe('years');
      expect(scale).toBeCloseTo(1 / 365.25, 15);
    } else if (unit === 'persons' || unit === 'events') {
      expect(over).toBe('years');
      expect(of.some(isTime)).toBe(false);
    } else if (unit === 'share') {
      expect(name === 'occupancy_beds' || name.endsWith('_share')).toBe(true);
      expect(over).not.toBe('years');
    } else {
      expect(['days', 'caseworkers', 'municipalities']).toContain(unit);
    }
  });

  test('has something that matters for every verdict', () => {
    for (const [, { verdict, heads, matters, better }] of entries) {
      if (heads) expect(verdict).toBe(true);
      if (!verdict) continue;
      expect(better).not.toBe('none');
      if (!matters) expect.fail('a verdict without a difference that matters');
      if ('absolute' in matters) expect(matters.absolute).toBeGreaterThan(0);
      else {
        expect(matters.share_of_base).toBeGreaterThan(0);
        expect(matters.at_least).toBeGreaterThanOrEqual(0);
      }
    }
  });

  test('lets matter what the definitions say', () => {
    const persons = { share_of_base: 0.1, at_least: 0.5 };
    for (const [name, { verdict, unit, matters }] of entries) {
      if (!verdict) continue;
      if (name === 'days_without_service') expect(matters).toEqual({ share_of_base: 0.02, at_least: 0 });
      else if (unit === 'days') expect(matters).toEqual({ absolute: 5 });
      else if (unit === 'share') expect(matters).toEqual({ absolute: 0.02 });
      else if (unit === 'NOK') expect(matters).toEqual({ share_of_base: 0.02, at_least: 0 });
      else expect(matters).toEqual(persons);
    }
  });

  test('gives every queue and mean wait a verdict, and never lets it stand alone', () => {
    const queues = entries.filter(([name]) => /^(queue_.*|wait_.*|list_length)_mean$/.test(name));
    expect(queues.length).toBeGreaterThan(6);
    for (const [name, { verdict, companions }] of queues) {
      expect(verdict, name).toBe(true);
      expect(companions, name).toContain('served_while_waiting_mean');
      // who came, who was served
      expect(companions?.length, name).toBeGreaterThanOrEqual(3);
    }
  });

  test('has only companions that it knows', () => {
    for (const [name, { companions = [] }] of entries) {
      expect(
        companions.filter((other) => other === name || !Object.hasOwn(file.measures, other)),
        name,
      ).toEqual([]);
    }
  });

  test('reads every tally in some measure', () => {
    const used = new Set(
      entries.flatMap(([, { numerator = {}, denominator = {}, count }]) => [
        ...Object.keys(numerator),
        ...Object.keys(denominator),
        ...(count === undefined ? [] : [count]),
      ]),
    );
    expect(tallies.filter((tally) => !used.has(tally))).toEqual([]);
  });
});
