/** A place or policy from a file becomes part of what is asked. */
import type { Question } from '../../question/question.ts';
import { movedTo, withScenario } from '../question-steps.ts';

/**
 * A policy is laid over the place as a scenario of its own; a place is asked about with the same policies. What is wrong in a
 * file is said when it is run. Null: there are four scenarios already.
 */
export function withFiles(question: Question, texts: Readonly<Record<string, string>>): Question | null {
  let next: Question | null = { ...question, files: { ...question.files, ...texts } };
  for (const [name, text] of Object.entries(texts)) {
    if (next === null) return null;
    if (isPolicy(text)) next = withScenario(next, { policies: [name], changes: [] });
    else next = movedTo(next, name);
  }
  return next;
}

/** The first key of a policy names it: `policy: more-beds`; in JSON it stands in quotes. */
const isPolicy = (text: string): boolean => /^[\s{]*["']?policy["']?\s*:/m.test(text);
