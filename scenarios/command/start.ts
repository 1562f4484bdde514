/** `start`: the main job. Earmarked grant or framework, team or office, in one town as it is today. */
import type { Command } from './command.ts';
import { overBase, runAndPrint } from './experiment.ts';
import { commonOptions, readRunSettings, runOptions } from './options.ts';

const base = 'medium';
const policies = [
  '+earmarked-criteria',
  '+framework:passed-on',
  '+framework:held-back',
  '+purchaser-provider:plug',
  '+purchaser-provider:order',
];
/** Its own directory: an earlier result there is replaced once the new one is whole. */
const own = { out: 'results/medium', every: 'quarter' } as const;

export const start: Command = {
  name: 'start',
  usage: 'start',
  help: 'help_start',
  positionals: [],
  options: (lang) => ({ ...runOptions(lang, own), ...commonOptions(lang) }),
  act(given, typed) {
    // a directory that the user names is not replaced unasked
    const settings = readRunSettings(given, { ...own, force: given.out === undefined });
    return runAndPrint([base, ...policies.map((policy) => overBase(base, policy))], true, settings, typed);
  },
};
