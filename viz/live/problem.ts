/** What went wrong, in words for people. */

import { filled } from '../../scenarios/words/fill.ts';
import { number } from '../../scenarios/words/format.ts';
import { QuestionError } from '../question/compose.ts';
import { filledLabel } from '../words/fill.ts';
import { live } from '../words/live.ts';
import type { Problem } from './messages.ts';

/** @param room so many futures there is room for */
export const tooMany = (room: number): Problem => ({
  kind: 'memory',
  message: {
    en: filled(live.live_too_many.en, { most: number('en', room) }),
    nb: filled(live.live_too_many.nb, { most: number('nb', room) }),
  },
});

export function problemOf(error: unknown, isMemory = false): Problem {
  if (error instanceof QuestionError) {
    const { scenario, path, error: input } = error;
    return { kind: 'input', scenario, path, message: { en: input.format('en'), nb: input.format('nb') } };
  }
  if (isMemory) return { kind: 'memory', message: live.live_memory };
  const reason = error instanceof Error ? error.message : String(error);
  return { kind: 'failed', message: filledLabel(live.live_failed, { reason }) };
}
