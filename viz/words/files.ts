import type { Label } from '../../scenarios/words/words.ts';

export const files = {} as const satisfies Record<string, Label>;
