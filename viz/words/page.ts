import type { Label } from '../../scenarios/words/words.ts';

export const page = {
  title: { en: 'Forløp: queues and who pays', nb: 'Forløp: køer og hvem som betaler' },
} as const satisfies Record<string, Label>;
