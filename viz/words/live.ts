import type { Label } from '../../scenarios/words/words.ts';

export const live = {
  live_memory: {
    en: 'There is not enough memory for so many futures. Ask for fewer, or close other pages.',
    nb: 'Det er ikke nok minne til så mange framtider. Be om færre, eller lukk andre sider.',
  },
  live_failed: {
    en: 'The calculation failed: {reason}. The last answer is still shown.',
    nb: 'Beregningen feilet: {reason}. Det siste svaret vises fortsatt.',
  },
  live_lost: {
    en: 'The calculation stopped twice. Load the page again; the link keeps what you have chosen.',
    nb: 'Beregningen stanset to ganger. Last siden på nytt; lenken tar vare på det du har valgt.',
  },
} as const satisfies Record<string, Label>;
