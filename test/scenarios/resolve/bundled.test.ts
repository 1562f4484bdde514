import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { mechanisms } from '../../../model/arrangement.ts';
import { bundled } from '../../../scenarios/resolve/bundled.ts';
import { listPlaces, listPolicies, validateFile } from '../../../scenarios/resolve/describe.ts';
import { editorSchema, placeSchema, policySchema } from '../../../scenarios/resolve/schema.ts';
import { refusal, resolve } from './files.ts';

const folder = (name: string) => `${import.meta.dirname}/../../../scenarios/${name}`;

test('every bundled file is known by its name', () => {
  for (const kind of ['places', 'policies'] as const) {
    const names = readdirSync(folder(kind)).map((file) => file.replace(/\.yaml$/, ''));
    expect(Object.keys(bundled[kind])).toEqual(names.sort());
    for (const name of names) {
      if (name === 'defaults') continue;
      expect(bundled[kind][name]).toMatch(new RegExp(`^${kind === 'places' ? 'place' : 'policy'}: ${name}$`, 'm'));
    }
  }
});

test('every bundled place and policy file is valid', () => {
  const readFile = (path: string) => readFileSync(path);
  for (const { name } of listPlaces())
    expect(validateFile(`${folder('places')}/${name}.yaml`, { readFile })).toEqual({ kind: 'place', name });
  for (const { name } of listPolicies()) {
    expect(validateFile(`${folder('policies')}/${name}.yaml`, { readFile })).toEqual({ kind: 'policy', name });
  }
});

test('the places and policies of this version are there', () => {
  expect(listPlaces().map(({ name }) => name)).toEqual(['large', 'medium', 'region', 'small']);
  expect(listPolicies().map(({ name }) => name)).toEqual([
    'bed-closure',
    'early-notice',
    'earmarked-application',
    'earmarked-criteria',
    'framework',
    'more-beds',
    'purchaser-provider',
    'shorter-stays',
  ]);
});

test('every label and question is there in both languages, and says something else in each', () => {
  for (const { label } of listPlaces()) expect(label.nb).not.toBe(label.en);
  for (const { label, asks, variants, sources } of listPolicies()) {
    expect(label.nb).not.toBe(label.en);
    expect(asks?.en).toMatch(/\?$/);
    expect(asks?.nb).toMatch(/\?$/);
    expect(sources.length).toBeGreaterThan(0);
    for (const variant of variants) expect(variant.label.nb).not.toBe(variant.label.en);
  }
});

test('every policy but the one in force can be laid over every place, and claims something on a source', () => {
  for (const { name: place } of listPlaces()) {
    for (const { name, variants } of listPolicies()) {
      for (const suffix of ['', ...variants.map((variant) => `:${variant.name}`)]) {
        const scenario = `${place}+${name}${suffix}`;
        if (name === 'earmarked-application') {
          expect(refusal(() => resolve(scenario))).toContain(`${place} is already funded so`);
          continue;
        }
        const { claims } = resolve(scenario);
        expect(claims.length, scenario).toBeGreaterThan(0);
        for (const { source } of claims) expect(source).not.toBe('');
      }
    }
  }
});

test('no bundled file holds a bare number as a parameter', () => {
  for (const { name } of listPlaces())
    for (const row of resolve(name).parameters) expect(row.source, row.path).not.toMatch(/\.yaml$/);
});

test("today's arrangement is the first mechanism of every slot", () => {
  const { arrangement } = resolve('region');
  for (const [slot, [first]] of Object.entries(mechanisms)) {
    for (const town of arrangement.towns)
      expect(town.mechanisms[0].values[slot as keyof typeof mechanisms]).toBe(first);
  }
});

describe('schemas for editors', () => {
  test('are up to date', () => {
    const schemas = {
      'place.schema.json': editorSchema(placeSchema, 'A place of Forløp'),
      'policy.schema.json': editorSchema(policySchema, 'A policy of Forløp'),
    };
    for (const [name, schema] of Object.entries(schemas)) {
      const path = `${folder('schema')}/${name}`;
      // FORLOP_WRITE_SCHEMAS=1 writes them anew
      if (process.env.FORLOP_WRITE_SCHEMAS) writeFileSync(path, `${JSON.stringify(schema, null, 2)}\n`);
      expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual(schema);
    }
  });
  test('are named in the first line of every bundled file', () => {
    for (const [kind, schema] of [
      ['places', 'place'],
      ['policies', 'policy'],
    ] as const) {
      for (const [name, text] of Object.entries(bundled[kind])) {
        if (name === 'defaults') continue;
        expect(text.split('\n')[0]).toBe(`# yaml-language-server: $schema=../schema/${schema}.schema.json`);
      }
    }
  });
});
