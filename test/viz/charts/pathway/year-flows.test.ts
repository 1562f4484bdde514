import { describe, expect, test } from 'vitest';
import { rooms } from '../../../../viz/charts/pathway/rooms.ts';
import { passing } from '../../../../viz/charts/pathway/table.ts';
import type { YearFlows } from '../../../../viz/charts/pathway/year-flows.ts';
import { inWholePersons, yearFlows } from '../../../../viz/charts/pathway/year-flows.ts';
import { example } from '../../example.ts';

const result = example();
const { scenarios, switchYear, history, years, focus } = result.findings;
const all = Array.from({ length: history + years }, (_, at) => switchYear - history + at);
const cases = scenarios.flatMap(({ name }) =>
  [focus[0], 'provider'].flatMap((municipality) => all.map((year) => ({ name, municipality, year }))),
);

/** Before + in − out − after, room by room. */
function off(flows: YearFlows): number[] {
  return rooms.map(({ id }) => {
    const stock = flows.stocks?.get(id);
    if (!stock) throw new Error('the example has stocks');
    return stock.before + passing(flows, id, 'to') - passing(flows, id, 'from') - stock.after;
  });
}

function flowsOf({ name, municipality, year }: (typeof cases)[number]): YearFlows {
  const flows = yearFlows(result, name, municipality, year);
  if (!flows) throw new Error('the example has flows');
  return flows;
}

describe('persons from room to room in a year', () => {
  test('for every room, scenario, place and year: before + in − out = after', () => {
    for (const at of cases) for (const rest of off(flowsOf(at))) expect(Math.abs(rest)).toBeLessThan(1e-9);
  });

  test('the whole figures add up exactly, and each is the one below or above its mean', () => {
    for (const at of cases) {
      const flows = flowsOf(at);
      const whole = inWholePersons(flows);
      expect(off(whole)).toEqual(rooms.map(() => 0));
      flows.links.forEach(({ persons }, link) => {
        expect(Math.abs(whole.links[link].persons - persons)).toBeLessThan(1);
      });
    }
  });

  test('the shared past is the same in all scenarios', () => {
    const [first, ...others] = scenarios.map(({ name }) => yearFlows(result, name, focus[0], switchYear - 1));
    expect(others).toEqual(others.map(() => first));
  });

  test('a result without flows has none, instead of ways that nobody took', () => {
    expect(yearFlows({ ...result, flows: [] }, scenarios[0].name, focus[0], switchYear)).toBeNull();
  });
});
