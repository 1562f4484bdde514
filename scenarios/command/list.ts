/** `list`: bundled places and policies and what each asks. */

import { listPlaces, listPolicies } from '../resolve/describe.ts';
import type { Language } from '../words/words.ts';
import { languages } from '../words/words.ts';
import { choice } from './arguments.ts';
import { colours } from './colours.ts';
import type { Command } from './command.ts';
import { exitCodes } from './failure.ts';
import { commonOptions } from './options.ts';
import { word } from './words.ts';

export const list: Command = {
  name: 'list',
  usage: 'list',
  help: 'help_list',
  positionals: [],
  options: commonOptions,
  act(given) {
    const lang = choice(given, 'lang', languages) ?? 'en';
    process.stdout.write(`${listing(lang).join('\n')}\n`);
    return exitCodes.done;
  },
};

/** The lines of the listing: a name and what it is, or what it asks; a policy with variants has a line for each. */
export function listing(lang: Language): string[] {
  const places = listPlaces().map(({ name, label }): [string, string] => [name, label[lang]]);
  const policies = listPolicies().flatMap(({ name, label, asks, variants }): [string, string][] =>
    variants.length === 0
      ? [[name, (asks ?? label)[lang]]]
      : variants.map((variant) => [
          `${name}:${variant.name}${variant.isDefault ? '*' : ''}`,
          (variant.asks ?? asks ?? variant.label)[lang],
        ]),
  );
  const width = Math.max(...[...places, ...policies].map(([name]) => name.length)) + 2;
  const lines = (rows: [string, string][]) => rows.map(([name, what]) => `  ${name.padEnd(width)}${what}`);
  return [
    colours.bold(word(lang, 'list_places')),
    ...lines(places),
    '',
    colours.bold(word(lang, 'list_policies')),
    ...lines(policies),
    '',
    word(lang, 'list_hint'),
    word(lang, 'list_default'),
  ];
}
