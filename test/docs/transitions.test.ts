import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { causes } from '../../model/observer.ts';
import { positions } from '../../model/record.ts';
import { transitions } from '../../model/transitions.ts';
import { runBase } from '../../scenarios/docs/base-run.ts';
import { flowChart } from '../../scenarios/docs/flow-chart.ts';

const keyOf = ({ from, to, cause }: { from: string; to: string; cause: string }) => `${from}|${to}|${cause}`;
const declared = new Set(transitions.map(keyOf));

/** A place in which rare things are frequent: long decisions and queues, deaths, blocked beds, deferrals. */
const rare = [
  'gate.decision_days=90',
  'office.wrong_unit_days=90',
  'discharge.blocked_share=0.9',
  'discharge.blocked_days=90',
  'mortality.drug=0.4',
  'first_contact.deferred_share=0.6',
  'first_contact.no_show_share=0.4',
  'assessment.rejected_share=0.3',
  'municipal_need.share=1',
  'relapse.ends_course_share=0.6',
  'relapse.to_bed_share=0.1',
  'relapse.level=3',
  'follow_up.caseload=5',
  'follow_up.give_up=0.0005',
  'lar.first_share=0.3',
  'giving_up.rate=0.02',
];
const asItIs: [scenario: string, replications: number][] = [
  ['medium', 2],
  ['region', 3],
  ['medium+purchaser-provider:plug@all', 2],
  ['medium+purchaser-provider:order@all', 1],
  ['region+earmarked-criteria+early-notice', 1],
];
const frequent: [scenario: string, replications: number][] = [
  ['region', 4],
  ['region+purchaser-provider:plug@all', 6],
];

describe('the list of moves', () => {
  const counted = new Set<string>();
  const run = (scenario: string, replications: number, sets: string[]) => {
    // a census of the first day is a flow of the history's first year: without history it is counted after the switch
    const { flows } = runBase(scenario, { replications, history: 0, years: 6, seed: 1, sets });
    for (const key of flows.keys()) counted.add(key);
    return [...flows.keys()].filter((key) => !declared.has(key));
  };

  it('names positions and causes, and none twice', () => {
    expect(declared.size).toBe(transitions.length);
    for (const { from, to, cause } of transitions) {
      if (from !== '') expect(positions).toContain(from);
      expect(positions).toContain(to);
      expect(causes).toContain(cause);
    }
  });

  it('leaves no position out, and lets nobody return from outside', () => {
    const gone = new Set(['stable', 'dead', 'gone']);
    for (const position of positions) {
      expect(transitions.some(({ to }) => to === position)).toBe(true);
      expect(transitions.some(({ from }) => from === position)).toBe(!gone.has(position));
    }
  });

  it.each(asItIs)(
    'holds every move that happens in %s',
    (scenario, replications) => {
      expect(run(scenario, replications, [])).toEqual([]);
    },
    120_000,
  );

  it.each(frequent)(
    'holds every move that happens in %s where rare things are frequent',
    (scenario, replications) => {
      expect(run(scenario, replications, rare)).toEqual([]);
    },
    120_000,
  );

  it('holds no move that never happens', () => {
    expect([...declared].filter((key) => !counted.has(key))).toEqual([]);
  });
});

describe('the flow chart', () => {
  const flows = new Map([
    ['|awaiting_intake|new_need', 50],
    ['awaiting_intake|awaiting_decision|intake', 40],
    ['awaiting_intake|dead|died', 1],
  ]);

  it('draws what at least so many persons do, and counts what it leaves out', () => {
    const chart = flowChart(transitions, flows, 5);
    expect(chart.drawn).toEqual({ pairs: 2, persons: 90 });
    expect(chart.left.persons).toBe(1);
    expect(chart.text).toContain('awaiting_intake -->|"40: taken in"| awaiting_decision');
    expect(chart.text).not.toContain('dead');
  });

  it('refuses a move that is not declared', () => {
    expect(() => flowChart(transitions, new Map([['dead|lar|admitted', 1]]), 5)).toThrow('dead|lar|admitted');
  });

  it('of docs/model.md draws declared moves only', () => {
    const page = readFileSync('docs/model.md', 'utf8');
    const drawn = [...page.matchAll(/^ {2}(\w+) -->\|"[^"]*"\| (\w+)$/gm)].map(([, from, to]) => [from, to]);
    const pairs = new Set(transitions.map(({ from, to }) => `${from === '' ? 'need' : from} ${to}`));
    expect(drawn.length).toBeGreaterThan(40);
    expect(drawn.filter(([from, to]) => !pairs.has(`${from} ${to}`))).toEqual([]);
  });
});
