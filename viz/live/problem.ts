/** What went wrong, in words for people. */
import { QuestionError } from '../question/compose.ts';
import { filledLabel } from '../words/fill.ts';
import { live } from '../words/live.ts';
import type { Problem } from './messages.ts';

export function problemOf(error: unknown, isMemory = false): Problem {
  if (error instanceof QuestionError) {
    const { scenario, path, error: input } = error;
    return { kind: 'input', scenario, path, message: { en: input.format('en'), nb: input.format('nb') } };
  }
  if (isMemory) return { kind: 'memory', message: live.live_memory };
  const reason = error instanceof Error ? error.message : String(error);
  return { kind: 'failed', message: filledLabel(live.live_failed, { reason }) };
}
