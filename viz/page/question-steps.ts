/** Steps from one question to the next: pure, so that undo is the question before. */
import type { Findings } from '../../scenarios/experiment/findings.ts';
import { inOrder, letters as lettersIn } from '../../scenarios/words/voice.ts';
import type { AskedScenario, Question } from '../question/question.ts';
import { letters, lettersOf, mostScenarios } from '../question/question.ts';

/** The question that findings answer; null where their scenarios are more than bundled policies over one bundled place. */
export function questionOf(findings: Findings): Question | null {
  const names = inOrder(findings).map(({ name }) => name.replace(/#\d+$/, ''));
  const [place] = names[0].split('+');
  const known = lettersIn(findings);
  const isPlain = names.every((name) => name.split('+')[0] === place && !/[./\\]/.test(name));
  if (!isPlain || names.length > mostScenarios) return null;
  const scenarios = inOrder(findings).map(({ name }) => ({
    letter: known.get(name),
    policies: name.replace(/#\d+$/, '').split('+').slice(1),
    changes: [],
  }));
  const { asked: replications, seed, years, history, uncertainty } = findings;
  return { place, scenarios, replications, seed, years, history, uncertainty, files: {} };
}

export function scenarioOf(question: Question, letter: string): AskedScenario | undefined {
  return question.scenarios[lettersOf(question).indexOf(letter)];
}

function replaced(question: Question, letter: string, next: (scenario: AskedScenario) => AskedScenario): Question {
  const all = lettersOf(question);
  return {
    ...question,
    scenarios: question.scenarios.map((scenario, at) =>
      all[at] === letter ? { ...next(scenario), letter } : scenario,
    ),
  };
}

/** The scenario with one number changed; null takes the change back. */
export function changed(question: Question, letter: string, path: string, value: number | null): Question {
  return replaced(question, letter, (scenario) => {
    const others = scenario.changes.filter((change) => change.path !== path);
    return { ...scenario, changes: value === null ? others : [...others, { path, value }] };
  });
}

/** The scenario as it was before its numbers were changed. */
export function unchanged(question: Question, letter: string): Question {
  return replaced(question, letter, (scenario) => ({ ...scenario, changes: [] }));
}

/** The first letter that no scenario has; null: there are as many as can be told apart. */
export function freeLetter(question: Question): string | null {
  if (question.scenarios.length >= mostScenarios) return null;
  const taken = lettersOf(question);
  return letters.find((letter) => !taken.includes(letter)) ?? null;
}

/** One more scenario; null where there are four. */
export function withScenario(question: Question, scenario: Omit<AskedScenario, 'letter'>): Question | null {
  const letter = freeLetter(question);
  if (letter === null) return null;
  const all = lettersOf(question);
  const kept = question.scenarios.map((one, at) => ({ ...one, letter: all[at] }));
  const scenarios = [...kept, { ...scenario, letter }].sort((a, b) => (a.letter < b.letter ? -1 : 1));
  return { ...question, scenarios };
}

/** Without a scenario; the others keep their letters. The base stays. */
export function withoutScenario(question: Question, letter: string): Question {
  const all = lettersOf(question);
  const kept = question.scenarios.map((one, at) => ({ ...one, letter: all[at] }));
  return { ...question, scenarios: kept.filter((one, at) => at === 0 || one.letter !== letter) };
}

/** The changed numbers become a scenario of their own, and the one they were tried on is again as it was. */
export function keptAs(question: Question, letter: string): Question | null {
  const scenario = scenarioOf(question, letter);
  if (!scenario || scenario.changes.length === 0) return null;
  const { policies, changes } = scenario;
  const added = withScenario(question, { policies, changes });
  // what was changed on A cannot be taken back from A alone: it is what the others are compared with
  return added && unchanged(added, letter);
}

/** Another place, with the same policies over it; changed numbers belong to the place they were changed in. */
export function movedTo(question: Question, place: string): Question {
  const all = lettersOf(question);
  const scenarios = question.scenarios.map(({ policies }, at) => ({ letter: all[at], policies, changes: [] }));
  return { ...question, place, scenarios };
}
