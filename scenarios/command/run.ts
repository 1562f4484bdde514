/** `run SCENARIO...`: runs each; nothing is paired. */
import type { Command } from './command.ts';
import { runAndPrint } from './experiment.ts';
import { commonOptions, readRunSettings, runOptions } from './options.ts';

export const run: Command = {
  name: 'run',
  usage: 'run <scenario..>',
  help: 'help_run',
  positionals: [{ name: 'scenario', help: 'help_scenario', many: true }],
  options: (lang) => ({ ...runOptions(lang), ...commonOptions(lang) }),
  act: (given, typed) => runAndPrint((given.scenario as string[]).map(String), false, readRunSettings(given), typed),
};
