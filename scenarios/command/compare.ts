/** `compare BASE ALTERNATIVE...`: the same futures in all; paired differences, verdicts, hinges. */
import type { Command } from './command.ts';
import { overBase, runAndPrint } from './experiment.ts';
import { commonOptions, readRunSettings, runOptions } from './options.ts';

export const compare: Command = {
  name: 'compare',
  usage: 'compare <base> <alternative..>',
  help: 'help_compare',
  positionals: [
    { name: 'base', help: 'help_base', many: false },
    { name: 'alternative', help: 'help_alternative', many: true },
  ],
  options: (lang) => ({ ...runOptions(lang), ...commonOptions(lang) }),
  act(given, typed) {
    const settings = readRunSettings(given);
    const base = String(given.base);
    const alternatives = (given.alternative as string[]).map((name) => overBase(base, String(name)));
    return runAndPrint([base, ...alternatives], true, settings, typed);
  },
};
