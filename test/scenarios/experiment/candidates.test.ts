import { describe, expect, test } from 'vitest';
import { candidatesOf } from '../../../scenarios/experiment/candidates.ts';
import { layoutOf } from '../../../scenarios/experiment/layout.ts';
import { runReplication } from '../../../scenarios/experiment/replication.ts';
import { scenarios, usual } from './small-experiment.ts';

const [base, passedOn, , plug] = scenarios(usual);
const all = scenarios(usual);
const job = {
  seed: 1,
  uncertainty: 'all' as const,
  scenarios: all.map(({ name, plan, arrangement }) => ({
    name,
    plan,
    past: 0,
    dates: layoutOf(arrangement, 'month').dates,
  })),
  events: false,
};
const draws = Array.from({ length: 8 }, (_, i) => runReplication(job, i + 1).draws);
const named = (list: readonly { path: string; municipality: string }[]) =>
  list.map(({ path, municipality }) => (municipality ? `${path}@${municipality}` : path));

describe('what a difference may lean on', () => {
  test('an office is read where an office decides, and only there', () => {
    const reads = (list: readonly { path: string }[]) => list.some(({ path }) => path.includes('office.'));
    expect(reads(candidatesOf([base, plug], draws, '1'))).toBe(true);
    expect(reads(candidatesOf([base, passedOn], draws, '1'))).toBe(false);
  });

  test('how much a council keeps is read under a framework grant; where it is a condition it is no draw', () => {
    const framed = named(candidatesOf([base, passedOn], draws, '1'));
    expect(framed).toContain('council.retention@others');
    expect(framed).not.toContain('council.retention@1');
    expect(named(candidatesOf([base, plug], draws, '1')).join(' ')).not.toContain('council.retention');
  });

  test('whether the neighbours hold the grant is read; that the town in focus does is a condition', () => {
    const list = candidatesOf([base, passedOn], draws, '1');
    expect(named(list)).toContain('grant.held_at_census@others');
    expect(named(list)).not.toContain('grant.held_at_census@1');
  });

  test('of the whole place, what municipalities drew is the mean of all', () => {
    const framed = named(candidatesOf([base, passedOn], draws, 'all'));
    expect(framed).toContain('council.trusts_renewal@all');
    expect(framed.join(' ')).not.toContain('@others');
  });

  test('every candidate varies, within its range, and says where it comes from', () => {
    for (const { values, low, high, path, source, confidence } of candidatesOf([base, passedOn], draws, '1')) {
      expect(values.length).toBe(8);
      expect(new Set(values).size, path).toBeGreaterThan(1);
      for (const value of values) {
        expect(value, path).toBeGreaterThanOrEqual(low);
        expect(value, path).toBeLessThanOrEqual(high);
      }
      expect(source, path).not.toBe('');
      expect(['high', 'medium', 'low'], path).toContain(confidence);
    }
  });
});
