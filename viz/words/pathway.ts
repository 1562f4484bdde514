import type { Label } from '../../scenarios/words/words.ts';

export const pathway = {} as const satisfies Record<string, Label>;
