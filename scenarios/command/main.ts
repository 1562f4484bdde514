/** The command line: finds the command, reads its options, ends with an exit code and at most one message. */
import yargs from 'yargs';
import packageJson from '../../package.json';
import { nearest } from '../resolve/nearest.ts';
import type { Language } from '../words/words.ts';
import type { Given } from './arguments.ts';
import { languageOf, unknownOptions } from './arguments.ts';
import type { Command } from './command.ts';
import { declare } from './command.ts';
import { compare } from './compare.ts';
import { describe } from './describe.ts';
import { exitCodes, explainFailure, UsageError } from './failure.ts';
import { list } from './list.ts';
import { report } from './report.ts';
import { rerun } from './rerun.ts';
import { run } from './run.ts';
import { start } from './start.ts';
import { validate } from './validate.ts';
import { view } from './view.ts';
import type { CommandKey } from './words.ts';
import { word } from './words.ts';

export const commands: readonly Command[] = [start, list, describe, validate, run, compare, rerun, view, report];

/** The words of yargs itself, all from our dictionary: its own language files stay behind when the program is bundled. */
function helpWords(lang: Language): Record<string, string> {
  const words: [string, CommandKey][] = [
    ['Commands:', 'help_commands'],
    ['Options:', 'help_options'],
    ['Positionals:', 'help_positionals'],
    ['default:', 'help_default'],
    ['string', 'help_value'],
    ['boolean', 'help_switch'],
    ['array', 'help_list_type'],
    ['required', 'help_required'],
    ['Show help', 'option_help'],
    ['Show version number', 'option_version'],
  ];
  return Object.fromEntries(words.map(([english, key]) => [english, word(lang, key)]));
}

/**
 * Runs the program.
 * @param argv the arguments after the program's name
 * @returns the exit code
 */
export async function main(argv: readonly string[]): Promise<number> {
  const lang = languageOf(argv);
  try {
    return await dispatch(argv, lang);
  } catch (error) {
    const { code, message } = explainFailure(error, lang);
    process.stderr.write(`${message}\n`);
    return code;
  }
}

async function dispatch(argv: readonly string[], lang: Language): Promise<number> {
  let code: number = exitCodes.done;
  let parser = yargs([...argv])
    .scriptName('forlop')
    .locale('en')
    .updateStrings(helpWords(lang))
    .usage(word(lang, 'help_usage'))
    .parserConfiguration({
      'camel-case-expansion': false,
      'boolean-negation': false,
      'dot-notation': false,
      'parse-numbers': false,
      'parse-positional-numbers': false,
    })
    .exitProcess(false)
    .wrap(Math.max(60, Math.min(100, process.stdout.columns ?? 100)))
    .help('help', word(lang, 'option_help'))
    .version('version', word(lang, 'option_version'), packageJson.version)
    .strict()
    .fail((message, error) => {
      // what yargs finds has its own class; anything else comes from a command
      throw error && error.name !== 'YError' ? error : explained(argv, error?.message ?? message, lang);
    });
  for (const command of commands) {
    parser = parser.command({
      command: command.usage,
      describe: word(lang, command.help),
      builder: (one) => declare(one, command, lang, (key) => word(lang, key)),
      handler: async (given) => {
        code = await command.act(given as Given, argv);
      },
    });
  }
  if (argv.length === 0) {
    process.stdout.write(`${await parser.getHelp()}\n`);
    return exitCodes.done;
  }
  await parser.parseAsync();
  return code;
}

/** What is wrong with the arguments, said in our words; yargs says it in English only, and proposes no options. */
function explained(argv: readonly string[], message: string, lang: Language): UsageError {
  const name = argv.find((argument) => !argument.startsWith('-'));
  const names = commands.map((command) => command.name);
  const command = commands.find((one) => one.name === name);
  if (command === undefined) {
    if (name !== undefined) {
      return new UsageError('unknown_command', { found: name, commands: names.join(', ') }, nearest(name, names));
    }
    return new UsageError('unknown_command', { found: argv[0], commands: names.join(', ') });
  }
  const known = [...Object.keys(command.options(lang)), 'help', 'version'];
  const unknown = unknownOptions(argv, known)[0];
  if (unknown !== undefined) {
    const meant = nearest(unknown, known);
    return new UsageError('unknown_option', { found: unknown }, meant === undefined ? undefined : `--${meant}`);
  }
  const empty = /(?:following|argument value): (\S+)/.exec(message);
  if (empty) return new UsageError('option_empty', { option: empty[1] });
  const given = argv.filter((argument) => !argument.startsWith('-')).length - 1;
  const needed = command.positionals.map((at) => at.name.toUpperCase());
  if (/Not enough/.test(message)) {
    return new UsageError('usage_missing', {
      command: command.name,
      missing: needed.slice(Math.min(given, needed.length - 1)).join(' '),
    });
  }
  const surplus = /^Unknown arguments?: ([^,]+)/.exec(message)?.[1] ?? argv[argv.length - 1];
  if (needed.length === 0) return new UsageError('usage_takes_nothing', { command: command.name, found: surplus });
  return new UsageError('usage_too_many', {
    command: command.name,
    expected: needed.join(' '),
    found: surplus,
  });
}

/** Only where this file is the program, not where a test imports it. */
if (process.env.VITEST === undefined) {
  // the reader of a pipe may leave early
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
  process.exitCode = await main(process.argv.slice(2));
}
