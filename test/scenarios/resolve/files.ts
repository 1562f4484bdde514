/** Files in memory, and what is said about them. */
import type { Resolved, ResolveOptions } from '../../../scenarios/resolve/compose.ts';
import { resolveScenario } from '../../../scenarios/resolve/compose.ts';
import { InputError } from '../../../scenarios/resolve/input-error.ts';
import type { Language } from '../../../scenarios/resolve/messages.ts';

export type Written = Record<string, string | Uint8Array>;

export function reader(files: Written): (path: string) => string | Uint8Array {
  return (path) => {
    if (!(path in files)) throw Object.assign(new Error(`no ${path}`), { code: 'ENOENT' });
    return files[path];
  };
}

export function resolve(text: string, files: Written = {}, options: Partial<ResolveOptions> = {}): Resolved {
  return resolveScenario(text, { years: 10, history: 5, readFile: reader(files), ...options });
}

/** The one message about something wrong; fails when nothing is. */
export function refusal(act: () => unknown, language: Language = 'en'): string {
  try {
    act();
  } catch (error) {
    if (error instanceof InputError) return error.format(language);
    throw error;
  }
  throw new Error('nothing was refused');
}
