import type { Label } from '../../scenarios/words/words.ts';

export const live = {} as const satisfies Record<string, Label>;
