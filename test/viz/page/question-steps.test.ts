import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  changed,
  freeLetter,
  keptAs,
  movedTo,
  questionOf,
  scenarioOf,
  unchanged,
  withoutScenario,
  withScenario,
} from '../../../viz/page/question-steps.ts';
import type { Question } from '../../../viz/question/question.ts';
import { lettersOf } from '../../../viz/question/question.ts';
import { unpack } from '../../../viz/result/pack.ts';

const { findings } = unpack(readFileSync('viz/example/medium.json', 'utf8'));
const question = questionOf(findings) as Question;
const more = { policies: ['more-beds'], changes: [] };

describe('a question', () => {
  it('is read from the findings that answer it', () => {
    expect(question).toEqual({
      place: 'medium',
      scenarios: [
        { letter: 'A', policies: [], changes: [] },
        { letter: 'B', policies: ['framework:passed-on'], changes: [] },
        { letter: 'C', policies: ['framework:held-back'], changes: [] },
      ],
      replications: 100,
      seed: 1,
      years: 10,
      history: 5,
      uncertainty: 'all',
      files: {},
    });
  });

  it('is not known where a scenario comes from a file', () => {
    const scenarios = [{ ...findings.scenarios[0], name: './our-town.yaml' }];
    expect(questionOf({ ...findings, scenarios, base: scenarios[0] })).toBeNull();
  });

  it('keeps a number that was changed once, and takes it back', () => {
    const first = changed(question, 'B', 'follow_up.caseload', 15);
    const second = changed(first, 'B', 'follow_up.caseload', 18);
    expect(scenarioOf(second, 'B')?.changes).toEqual([{ path: 'follow_up.caseload', value: 18 }]);
    expect(scenarioOf(changed(second, 'B', 'follow_up.caseload', null), 'B')?.changes).toEqual([]);
    expect(scenarioOf(unchanged(second, 'B'), 'B')?.changes).toEqual([]);
    expect(scenarioOf(question, 'B')?.changes).toEqual([]);
  });

  it('has at most four scenarios', () => {
    const four = withScenario(question, more) as Question;
    expect(lettersOf(four)).toEqual(['A', 'B', 'C', 'D']);
    expect(freeLetter(four)).toBeNull();
    expect(withScenario(four, more)).toBeNull();
  });

  it('keeps letters when one goes, and gives the free one to the next', () => {
    const gone = withoutScenario(question, 'B');
    expect(lettersOf(gone)).toEqual(['A', 'C']);
    const again = withScenario(gone, more) as Question;
    expect(lettersOf(again)).toEqual(['A', 'B', 'C']);
    expect(scenarioOf(again, 'B')?.policies).toEqual(['more-beds']);
  });

  it('never loses what the others are compared with', () => {
    expect(lettersOf(withoutScenario(question, 'A'))).toEqual(['A', 'B', 'C']);
  });

  it('turns a change into a scenario of its own, and the changed one is again as it was', () => {
    const tried = changed(question, 'B', 'beds.stay', 40);
    const kept = keptAs(tried, 'B') as Question;
    expect(scenarioOf(kept, 'B')?.changes).toEqual([]);
    expect(scenarioOf(kept, 'D')).toEqual({
      letter: 'D',
      policies: ['framework:passed-on'],
      changes: [{ path: 'beds.stay', value: 40 }],
    });
    expect(keptAs(question, 'B')).toBeNull();
  });

  it('takes its policies to another place, not its numbers', () => {
    const moved = movedTo(changed(question, 'B', 'beds.stay', 40), 'small');
    expect(moved.place).toBe('small');
    expect(scenarioOf(moved, 'B')).toEqual({ letter: 'B', policies: ['framework:passed-on'], changes: [] });
  });
});
