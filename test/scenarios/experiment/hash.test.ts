import { expect, test } from 'vitest';
import { canonical, fingerprint } from '../../../scenarios/experiment/hash.ts';
import { selfTest } from '../../../scenarios/experiment/selftest.ts';
import { scenarios, usual } from './small-experiment.ts';

test('the order of keys does not matter, that of lists and every value does', () => {
  expect(canonical({ b: [1, { d: null, c: 'x' }], a: Number.NaN, e: undefined })).toBe(
    '{"a":null,"b":[1,{"c":"x","d":null}]}',
  );
  expect(fingerprint({ a: 1, b: 2 })).toBe(fingerprint({ b: 2, a: 1 }));
  expect(fingerprint([1, 2])).not.toBe(fingerprint([2, 1]));
  expect(fingerprint({ a: 0.1 + 0.2 })).not.toBe(fingerprint({ a: 0.3 }));
});

test('scenarios have different fingerprints, and the same one each time', () => {
  const prints = scenarios(usual).map((scenario) => fingerprint(scenario.arrangement));
  expect(new Set(prints).size).toBe(usual.length);
  expect(scenarios(usual).map((scenario) => fingerprint(scenario.arrangement))).toEqual(prints);
});

test('this engine has the digits that results are made of', () => {
  // made in Node 20; other versions and browsers must give the same
  expect(selfTest()).toBe('bccbc955f68d0a01');
});
