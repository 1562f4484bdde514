import { describe, expect, test } from 'vitest';
import { nextSteps } from '../../../scenarios/words/next.ts';
import { chainTable, yearTables } from '../../../scenarios/words/tables.ts';
import { estimate, findings, hinge, row } from './findings.ts';

const names = ['medium', 'medium+framework'];

describe('the tables of the answer', () => {
  test('every queue has its companions beside it, in years 1, 2, 5 and 10', () => {
    const estimates = names.flatMap((name, at) => [
      ...[2027, 2028, 2031, 2036, 'all'].map((period) =>
        estimate('queue_follow_up_mean', name, String(period), 1.94 + at),
      ),
      estimate('joined_follow_up', name, 'all', 27.12),
      estimate('starts_follow_up', name, 'all', 25.8),
      estimate('gave_up_follow_up', name, 'all', 1.26),
    ]);
    const table = yearTables(findings({ estimates }), 'en').find(({ title }) =>
      title.startsWith('Queue for follow-up'),
    )!;
    expect(table.title).toBe('Queue for follow-up (persons)');
    expect(table.head.slice(0, 9)).toEqual([
      '',
      '2027',
      '2028',
      '2031',
      '2036',
      'all',
      'joined',
      'served',
      'gave up follow-up',
    ]);
    expect(table.rows[0].slice(0, 9)).toEqual(['A', '1.9', '1.9', '1.9', '1.9', '1.9', '27.1', '25.8', '1.3']);
    expect(table.rows[1].slice(0, 2)).toEqual(['B', '2.9']);
  });

  test('every wait and queue that is shown has inflow, served, gave up and waiting but served beside it', () => {
    const { catalogue } = findings();
    for (const name of catalogue.headline.filter((one) => /^(queue_|wait_first|wait_follow|list_)/.test(one))) {
      const companions = catalogue.byName.get(name)!.companions;
      expect(companions, name).toContain('served_while_waiting_mean');
      expect(
        companions.some((one) => /^(joined|referred)/.test(one)),
        name,
      ).toBe(true);
      expect(
        companions.some((one) => /^starts_/.test(one)),
        name,
      ).toBe(true);
      expect(
        companions.some((one) => /^gave_up_/.test(one)),
        name,
      ).toBe(true);
    }
  });

  test('the chain goes from money to days, with the differences and half of their interval', () => {
    const made = findings({
      estimates: [estimate('post_years_staffed', 'medium', 'all', 4.52, 0.04)],
      comparisons: [row('post_years_staffed', { meanDifference: 0.09, ciLow: -0.01, ciHigh: 0.19 })],
    });
    const { head, rows } = chainTable(made, 'en');
    expect(head).toEqual(['', 'A', 'B']);
    expect(rows.map(([label]) => label)).toEqual([
      'What the state spends (NOK million)',
      'Post-years funded (posts)',
      'Post-years staffed (posts)',
      'Caseload places',
      'In follow-up (persons)',
      'Wait for follow-up, mean (days)',
    ]);
    expect(rows[2]).toEqual(['Post-years staffed (posts)', '4.52', '+0.1 ±0.1']);
    expect(rows[0]).toEqual(['What the state spends (NOK million)', '–', '–']);
  });
});

describe('what to try next', () => {
  test('the runs that settle, and the value at which the answer turns', () => {
    const steps = nextSteps(
      findings({
        comparisons: [row('unserved_waiting_mean', { verdict: 'cannot_tell', runsToSettle: 433 })],
        hinges: [hinge('unserved_waiting_mean', { turnsAt: 17.1349 })],
      }),
      'en',
    );
    expect(steps.map(({ command }) => command)).toEqual([
      'npx forlop view results/medium',
      'npx forlop compare medium medium+framework --replications 440',
      'npx forlop compare medium medium+framework --set follow_up.caseload=17.1',
      'npx forlop describe medium --balance',
      'npx forlop compare region +framework',
      'npx forlop list',
    ]);
  });

  test('the files in a browser, where there are any, by a name that a shell reads back', () => {
    const views = (directory: string | null) =>
      nextSteps({ ...findings({}), directory }, 'nb').flatMap(({ command }) =>
        command.includes('view') ? command : [],
      );
    expect(views("my town's")).toEqual([`npx forlop view 'my town'\\''s'`]);
    expect(views(null)).toEqual([]);
  });

  test("a policy's own number cannot be set, so it is not proposed", () => {
    const own = hinge('unserved_waiting_mean', { turnsAt: 5, path: 'purchaser-provider:plug/office.handover_days' });
    expect(nextSteps(findings({ hinges: [own] }), 'en').some(({ command }) => command.includes('--set'))).toBe(false);
  });
});
