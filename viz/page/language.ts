/** Which language the page speaks. */
import type { Language } from '../../scenarios/words/words.ts';
import { languages } from '../../scenarios/words/words.ts';

export function isLanguage(text: string | undefined): text is Language {
  return languages.includes(text as Language);
}

/** Bokmål for those whose browser asks for a Norwegian page, else English. */
export function preferredLanguage(asked: readonly string[]): Language {
  for (const tag of asked) {
    if (/^(nb|no|nn)\b/i.test(tag)) return 'nb';
    if (/^en\b/i.test(tag)) return 'en';
  }
  return 'en';
}
