import type { Label } from '../../scenarios/words/words.ts';

export const time = {} as const satisfies Record<string, Label>;
