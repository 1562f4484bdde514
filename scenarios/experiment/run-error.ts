/** What goes wrong while running, said in both languages. */
import type { Language } from '../resolve/messages.ts';

export class RunError extends Error {
  /** 1: failed while running; 2: wrong input. */
  readonly exitCode: 1 | 2;
  readonly texts: Record<Language, string>;

  constructor(exitCode: 1 | 2, texts: Record<Language, string>, options?: ErrorOptions) {
    super(texts.en, options);
    this.name = 'RunError';
    this.exitCode = exitCode;
    this.texts = texts;
  }

  format(language: Language): string {
    return this.texts[language];
  }
}

/** Interrupted before the first replication was complete: there is nothing to write. Exit code 130. */
export class NothingComplete extends Error {
  readonly exitCode = 130;
  readonly texts: Record<Language, string> = {
    en: 'interrupted before the first replication was complete; nothing was written',
    nb: 'avbrutt før første replikasjon var ferdig; ingenting er skrevet',
  };

  constructor() {
    super('interrupted before the first replication was complete; nothing was written');
    this.name = 'NothingComplete';
  }

  format(language: Language): string {
    return this.texts[language];
  }
}
