import type { Label } from '../../scenarios/words/words.ts';

export const charts = {} as const satisfies Record<string, Label>;
