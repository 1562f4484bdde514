/** What a command is to `main.ts`. */
import type { Argv, Options } from 'yargs';
import type { Language } from '../words/words.ts';
import type { Given } from './arguments.ts';
import type { CommandKey } from './words.ts';

export interface Command {
  name: string;
  /** As yargs writes it: `run <scenario..>`. */
  usage: string;
  help: CommandKey;
  /** What stands after the name, in order. */
  positionals: { name: string; help: CommandKey; many: boolean }[];
  options(lang: Language): Record<string, Options>;
  /** Does it; returns the exit code. `typed`: the arguments as they were typed. */
  act(given: Given, typed: readonly string[]): Promise<number> | number;
}

/** Adds a command's options and what stands after its name. */
export function declare(yargs: Argv, command: Command, lang: Language, describe: (key: CommandKey) => string): Argv {
  let declared = yargs.options(command.options(lang));
  for (const { name, help } of command.positionals) {
    declared = declared.positional(name, { type: 'string', describe: describe(help) });
  }
  return declared;
}
