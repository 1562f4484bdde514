/** `report DIR`: a result as one HTML file, for sending: the page with the result in it, and the same without scripts. */
import { existsSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { RunError } from '../experiment/run-error.ts';
import { filesOf, readRun } from '../results/earlier-run.ts';
import { number } from '../words/format.ts';
import type { Language } from '../words/words.ts';
import { languages } from '../words/words.ts';
import { choice, text } from './arguments.ts';
import { built } from './built.ts';
import type { Command } from './command.ts';
import { exitCodes } from './failure.ts';
import { commonOptions, defaults } from './options.ts';
import { widthOf, wrap } from './text.ts';
import { word } from './words.ts';

/** What dist/report.js offers; it is made of the viewer, which the command line must not import. */
interface Maker {
  report(asked: { directory: string; page: string; lang: Language }): Promise<{ html: string; notices: string[] }>;
}

export const report: Command = {
  name: 'report',
  usage: 'report <dir>',
  help: 'help_report',
  positionals: [{ name: 'dir', help: 'help_dir', many: false }],
  options: (lang) => ({
    out: {
      type: 'string',
      requiresArg: true,
      describe: word(lang, 'option_report_out'),
      defaultDescription: word(lang, 'option_report_out_default'),
    },
    force: { type: 'boolean', describe: word(lang, 'option_report_force') },
    ...commonOptions(lang),
  }),
  async act(given) {
    const lang = choice(given, 'lang', languages) ?? defaults.lang;
    const directory = String(given.dir);
    const out = text(given, 'out') ?? `${resolve(directory)}.html`;
    refuseOccupied(out, given.force === true);
    const { base } = readRun(directory);
    filesOf(directory, base !== null);
    const page = readFileSync(built('site/index.html'), 'utf8');
    const { report: make }: Maker = await import(built('report.js').href);
    const { html, notices } = await make({ directory, page, lang });
    write(out, html);
    const megabytes = number(lang, Buffer.byteLength(html) / 1e6, 1);
    const said = [word(lang, 'report_done', { file: out, mb: megabytes }), ...notices];
    process.stdout.write(`${said.flatMap((one) => wrap(one, widthOf(process.stdout), 2)).join('\n')}\n`);
    return exitCodes.done;
  },
};

/** @throws RunError (wrong input) when something is there already, or the file cannot be there */
function refuseOccupied(out: string, force: boolean): void {
  const folder = dirname(resolve(out));
  if (!existsSync(folder) || !statSync(folder).isDirectory()) {
    throw new RunError(2, {
      en: `--out ${out}: there is no directory ${folder}`,
      nb: `--out ${out}: det finnes ingen mappe ${folder}`,
    });
  }
  if (!existsSync(out)) return;
  if (statSync(out).isDirectory()) {
    throw new RunError(2, {
      en: `--out ${out}: this is a directory; expected the name of an HTML file`,
      nb: `--out ${out}: dette er en mappe; ventet navnet på en HTML-fil`,
    });
  }
  if (force) return;
  throw new RunError(2, {
    en: `--out ${out}: there is a file of this name; give another, or --force to replace it`,
    nb: `--out ${out}: det finnes en fil med dette navnet; oppgi et annet, eller --force for å erstatte den`,
  });
}

/** Whole or not at all: the file gets its name when all of it is there. */
function write(out: string, html: string): void {
  const path = resolve(out);
  const partial = join(dirname(path), `.${basename(path)}.partial-${process.pid}`);
  try {
    writeFileSync(partial, html);
    renameSync(partial, path);
  } catch (error) {
    rmSync(partial, { force: true });
    const code = String((error as { code?: unknown }).code ?? error);
    throw new RunError(
      1,
      {
        en: `${out} cannot be written (${code}); what was there before is unchanged`,
        nb: `${out} kan ikke skrives (${code}); det som var der fra før, er urørt`,
      },
      { cause: error },
    );
  }
}
