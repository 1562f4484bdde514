import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Arrangement } from '../../model/arrangement.ts';
import type { EventRow, RunRecord } from '../../model/record.ts';
import { advance, begin, simulateFuture, simulateHistory, takeUp } from '../../model/simulate.ts';
import type { World } from '../../model/world.ts';
import { bundled } from '../../scenarios/resolve/bundled.ts';
import { resolveScenario } from '../../scenarios/resolve/compose.ts';
import { place } from './place.ts';

const options = { seed: 3, replication: 5, dates: [0, 30, 365] };
const horizon = { years: 1, history: 1 };
const resolved = (text: string) => resolveScenario(text, horizon).arrangement;

/** A row as events.csv has it. */
const line = (row: EventRow) => Object.values(row).join();
const digest = (rows: string[]) => createHash('sha256').update(rows.join('\n')).digest('hex');

function listen(world: World): string[] {
  const rows: string[] = [];
  world.observer.sink = (row) => rows.push(line(row));
  return rows;
}

/** Every bundled scenario: `medium` with each variant of each policy, and each place as it is. */
const scenarios = [
  'medium',
  'small',
  'large',
  'region',
  'medium+earmarked-criteria',
  'medium+framework:passed-on',
  'medium+framework:held-back',
  'medium+purchaser-provider:plug',
  'medium+purchaser-provider:order',
  'medium+more-beds',
  'medium+bed-closure',
  'medium+shorter-stays',
  'medium+early-notice',
];

test('the scenarios here are all that are bundled', () => {
  const named = new Set(scenarios.flatMap((text) => text.split('+').map((part) => part.split(':')[0])));
  const policies = Object.keys(bundled.policies).filter((name) => name !== 'earmarked-application');
  const places = Object.keys(bundled.places).filter((name) => !['defaults', 'standard-catchment'].includes(name));
  expect([...named].sort()).toEqual([...policies, ...places].sort());
});

describe('a world copied on a day and continued writes the same events as one that runs straight on', () => {
  const base = resolved('medium');

  test.each([17, 58.37, 200.5, 364])('copied on day %f of the history', (day) => {
    const straight = begin(base, options, null);
    advance(straight, straight.startDay + day);
    const copy = straight.copy(base);
    const ours = listen(straight);
    advance(straight, straight.switchDay);
    const theirs = listen(copy);
    advance(copy, copy.switchDay);
    expect(theirs.length).toBeGreaterThan(1 * (365 - day));
    expect(digest(theirs)).toBe(digest(ours));
    expect(copy.observer.byYear).toEqual(straight.observer.byYear);
  });

  test('a pause on a day changes nothing', () => {
    const straight = begin(base, options, null);
    const ours = listen(straight);
    advance(straight, straight.switchDay);
    const paused = begin(base, options, null);
    const theirs = listen(paused);
    for (let day = 0; day <= 365; day += 36.5) advance(paused, paused.startDay + day);
    expect(digest(theirs)).toBe(digest(ours));
  });

  test.each(['medium+purchaser-provider:plug', 'medium+framework:held-back', 'medium+bed-closure'])(
    'copied after the switch to %s, and copied again',
    (text) => {
      const scenario = resolved(text);
      const history = simulateHistory(base, options);
      const world = history.world.copy(scenario);
      takeUp(world);
      advance(world, world.switchDay + 71.3);
      const copy = world.copy(scenario);
      advance(copy, copy.switchDay + 140);
      const again = copy.copy(scenario);
      advance(world, world.switchDay + 140);
      const ours = listen(world);
      const theirs = listen(again);
      advance(world, world.endDay);
      advance(again, again.endDay);
      expect(ours.length).toBeGreaterThan(100);
      expect(digest(theirs)).toBe(digest(ours));
      expect(again.observer.byYear).toEqual(world.observer.byYear);
      expect(again.observer.flowRecord()).toEqual(world.observer.flowRecord());
    },
  );
});

function traced(
  base: Arrangement,
  scenario: Arrangement,
  list: 'pages' | 'stock',
): { rows: string[]; record: RunRecord } {
  const history = simulateHistory(base, { ...options, events: true, list });
  const rows = history.rows.map(line);
  const record = simulateFuture(history, scenario, (row) => rows.push(line(row)));
  return { rows, record };
}

describe('the clock’s own list gives the events of simjs’s list', () => {
  test.each(scenarios)('under %s', (text) => {
    const base = resolved(text.split('+')[0]);
    const scenario = resolved(text);
    const pages = traced(base, scenario, 'pages');
    const stock = traced(base, scenario, 'stock');
    expect(pages.rows.length).toBeGreaterThan(1_000);
    expect(pages.rows.length).toBe(stock.rows.length);
    expect(digest(pages.rows)).toBe(digest(stock.rows));
    expect(pages.record.byYear).toEqual(stock.record.byYear);
  });

  test('is used when asked for', () => {
    const world = begin(place(), { ...options, list: 'stock' }, null);
    expect(world.clock).not.toEqual(begin(place(), options, null).clock);
    expect(world.copy(world.arrangement).clock.pending).toBe(world.clock.pending);
  });
});
