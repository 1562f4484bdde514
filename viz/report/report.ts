/**
 * `forlop report`: the built page with one result in place of the bundled answer, and the same in words, charts and tables
 * that need no script. One file that says all and asks nobody.
 */
import { headline } from '../../scenarios/words/headline.ts';
import type { Language } from '../../scenarios/words/words.ts';
import { escaped } from '../charts/svg.ts';
import { colourSheet } from '../page/colours.ts';
import { lean } from '../result/lean.ts';
import { pack } from '../result/pack.ts';
import { type ReadOptions, readResult } from '../result/read.ts';
import { filesOnDisk } from './on-disk.ts';
import { still } from './still.ts';
import { stillStyle } from './style.ts';

export interface ReportAsked {
  directory: string;
  /** The built page. */
  page: string;
  lang: Language;
  progress?: ReadOptions['progress'];
}

export interface Report {
  html: string;
  /** What the files do not say, in the language asked for. */
  notices: string[];
}

/** @throws ResultError when the directory cannot be shown */
export async function report({ directory, page, lang, progress }: ReportAsked): Promise<Report> {
  const { result, notices } = await readResult(filesOnDisk(directory), { progress });
  const shown = lean(result);
  const title = escaped(`${headline(result.findings, lang)} · Forløp`);
  const style = `<style>${colourSheet()}\n${stillStyle}</style>`;
  const html = page
    .replace(/<html\b[^>]*>/, () => `<html lang="${lang}" data-lang="${lang}">`)
    .replace(/<title>[\s\S]*?<\/title>/, () => `<title>${title}</title>\n    ${style}`)
    .replace(/(<div id="app">)[\s\S]*?(<\/div>)/, (_, open: string, end: string) => {
      return `${open}${still(result, lang, notices)}${end}`;
    })
    .replace(/(<script\b[^>]*\bid="result"[^>]*>)[\s\S]*?(<\/script>)/, (_, open: string, end: string) => {
      // a text that ends a script must not end this one
      return `${open}${pack(shown).replace(/</g, '\\u003c')}${end}`;
    });
  return { html, notices: notices.map((notice) => notice[lang]) };
}
