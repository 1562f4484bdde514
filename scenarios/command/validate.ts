/** `validate FILE...`: checks place and policy files without running. */
import { validateFile } from '../resolve/describe.ts';
import { languages } from '../words/words.ts';
import { choice } from './arguments.ts';
import type { Command } from './command.ts';
import { readFile } from './experiment.ts';
import { exitCodes, explainFailure } from './failure.ts';
import { commonOptions } from './options.ts';
import { word } from './words.ts';

export const validate: Command = {
  name: 'validate',
  usage: 'validate <file..>',
  help: 'help_validate',
  positionals: [{ name: 'file', help: 'help_file', many: true }],
  options: commonOptions,
  /** A line a file; every file is looked at, and the first mistake of each is said. */
  act(given) {
    const lang = choice(given, 'lang', languages) ?? 'en';
    let code: number = exitCodes.done;
    for (const file of (given.file as string[]).map(String)) {
      try {
        const { kind, name } = validateFile(file, { readFile });
        const key = kind === 'place' ? 'validate_place' : 'validate_policy';
        process.stdout.write(`${word(lang, key, { file, name })}\n`);
      } catch (error) {
        const failure = explainFailure(error, lang);
        process.stderr.write(`${failure.message}\n`);
        code = failure.code;
      }
    }
    return code;
  },
};
