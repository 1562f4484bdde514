/** What ends a command early: one clear message and an exit code, never a stack trace. */
import { InputError } from '../resolve/input-error.ts';
import type { Language } from '../words/words.ts';
import type { CommandKey } from './words.ts';
import { word } from './words.ts';

export const exitCodes = { done: 0, failed: 1, wrongInput: 2, interrupted: 130 } as const;

/** Wrong use of the command line: exit code 2. */
export class UsageError extends Error {
  readonly key: CommandKey;
  readonly holes: Readonly<Record<string, string | number>>;
  readonly nearest: string | undefined;

  constructor(key: CommandKey, holes: Readonly<Record<string, string | number>> = {}, nearest?: string) {
    super('');
    this.name = 'UsageError';
    this.key = key;
    this.holes = holes;
    this.nearest = nearest;
    this.message = this.format('en');
  }

  format(lang: Language): string {
    const message = word(lang, this.key, this.holes);
    return this.nearest === undefined ? message : `${message} ${word(lang, 'did_you_mean', { nearest: this.nearest })}`;
  }
}

/** The second Ctrl-C: nothing is written. Exit code 130. */
export class Interrupted extends Error {
  constructor() {
    super('interrupted');
    this.name = 'Interrupted';
  }
}

export interface Failure {
  code: number;
  message: string;
}

/** Turns whatever was thrown into an exit code and one message. */
export function explainFailure(error: unknown, lang: Language): Failure {
  if (error instanceof UsageError || error instanceof InputError) {
    return { code: exitCodes.wrongInput, message: error.format(lang) };
  }
  if (error instanceof Interrupted) return { code: exitCodes.interrupted, message: word(lang, 'interrupted_nothing') };
  // errors of other rooms that speak both languages and know their exit code
  if (error instanceof Error && 'format' in error && typeof error.format === 'function') {
    const code = 'exitCode' in error && typeof error.exitCode === 'number' ? error.exitCode : exitCodes.failed;
    return { code, message: String(error.format(lang)) };
  }
  // what the system says of a file is in English only; its code is the same everywhere
  if (error instanceof Error && 'syscall' in error && 'code' in error && 'path' in error) {
    const { path, code } = error;
    return { code: exitCodes.failed, message: word(lang, 'failed_file', { path: String(path), code: String(code) }) };
  }
  const message = error instanceof Error ? error.message : String(error);
  return { code: exitCodes.failed, message: word(lang, 'failed', { message: firstLine(message) }) };
}

function firstLine(message: string): string {
  return message.split('\n', 1)[0].trim() || '?';
}
