/** What went wrong, in words for people. */
import { QuestionError } from '../question/compose.ts';
import { viewerWords } from '../words/words.ts';
import type { Problem } from './messages.ts';

export function problemOf(error: unknown, isMemory = false): Problem {
  if (error instanceof QuestionError) {
    const { scenario, path, error: input } = error;
    return { kind: 'input', scenario, path, message: { en: input.format('en'), nb: input.format('nb') } };
  }
  if (isMemory) return { kind: 'memory', message: viewerWords.live_memory };
  const reason = error instanceof Error ? error.message : String(error);
  const { en, nb } = viewerWords.live_failed;
  return { kind: 'failed', message: { en: en.replace('{reason}', reason), nb: nb.replace('{reason}', reason) } };
}
