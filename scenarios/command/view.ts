/** `view [DIR]`: serves the page to this machine, with a result to look at or the bundled answer, until Ctrl-C. */
import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { filesOf, readRun } from '../results/earlier-run.ts';
import type { Language } from '../words/words.ts';
import { languages } from '../words/words.ts';
import { choice, whole } from './arguments.ts';
import { built } from './built.ts';
import type { Command } from './command.ts';
import { exitCodes, UsageError } from './failure.ts';
import { commonOptions, defaults } from './options.ts';
import type { Served } from './serve.ts';
import { serve } from './serve.ts';
import { word } from './words.ts';

export const view: Command = {
  name: 'view',
  usage: 'view [dir]',
  help: 'help_view',
  positionals: [{ name: 'dir', help: 'help_view_dir', many: false }],
  options: (lang) => ({
    port: {
      type: 'string',
      requiresArg: true,
      describe: word(lang, 'option_port'),
      defaultDescription: word(lang, 'option_port_default'),
    },
    ...commonOptions(lang),
  }),
  async act(given) {
    const lang = choice(given, 'lang', languages) ?? defaults.lang;
    const port = whole(given, 'port', 0, 65_535) ?? 0;
    const result = given.dir === undefined ? null : resultIn(String(given.dir));
    const page = readFileSync(built('site/index.html'), 'utf8');
    const served = await listening({ page, result, port });
    process.stdout.write(`${sentence(lang, served.address, result)}\n${word(lang, 'view_end')}\n`);
    await interrupted();
    await served.close();
    return exitCodes.done;
  },
};

/** @throws RunError (wrong input) when it is no result, or not a whole one */
function resultIn(directory: string): NonNullable<Served['result']> {
  const { base } = readRun(directory);
  const path = resolve(directory);
  return { path, directory: basename(path), names: filesOf(directory, base !== null) };
}

async function listening(served: Served): ReturnType<typeof serve> {
  try {
    return await serve(served);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') throw new UsageError('view_port_used', { port: served.port });
    if (code === 'EACCES') throw new UsageError('view_port_refused', { port: served.port });
    throw error;
  }
}

function sentence(lang: Language, address: string, result: Served['result']): string {
  return result === null
    ? word(lang, 'view_bundled', { address })
    : word(lang, 'view_result', { address, directory: result.directory });
}

/** Ctrl-C, or being asked to end. */
function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      process.off('SIGINT', end);
      process.off('SIGTERM', end);
      resolve();
    };
    process.on('SIGINT', end);
    process.on('SIGTERM', end);
  });
}
