/** Writes what a question asks as files and a command, in a worker: it needs the engine's reader of places and policies. */
import { yamlOf } from '../question/compose.ts';
import type { Question } from '../question/question.ts';
import type { Problem } from './messages.ts';
import { problemOf } from './problem.ts';

export type Written = { files: Record<string, string>; command: string } | { problem: Problem };

export function written(question: Question): Written {
  try {
    return yamlOf(question);
  } catch (error) {
    return { problem: problemOf(error) };
  }
}
