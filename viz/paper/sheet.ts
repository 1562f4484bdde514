/** A sheet: a line that says whose it is, and views with even space between them. */

import { textWidth } from '../charts/measure-text.ts';
import { namedScenarios } from '../charts/queues/queue-series.ts';
import type { Who } from '../charts/scenarios.ts';
import { el, escaped } from '../charts/svg.ts';
import { overline } from '../page/answer-words.ts';
import { placeLabel } from '../page/places.ts';
import { tag, text } from '../report/html.ts';
import { say } from '../words/words.ts';
import type { Printed } from './asked.ts';
import type { Block } from './block.ts';
import { heightOf, paragraph } from './block.ts';
import { faces, gaps, paper } from './measures.ts';

/** Width kept for the number of the page, and what a sample of a line takes. */
const pageWidth = 76;
const sample = { width: 24, after: 6 };
const between = 18;

/** Which place, what is compared, and the page. */
export function firstLine({ result, lang }: Printed): Block {
  const { findings } = result;
  return numbered(
    paragraph(`${placeLabel(findings, lang)} · ${overline(findings, lang)}`, {
      width: paper.width - pageWidth,
      class: 'aside',
    }),
    say(lang, 'paper_page', { at: 1 }),
  );
}

/** Who is who, for a sheet that lies alone, and the page. */
export function keyLine({ result, lang }: Printed, at: number): Block {
  const { size, line, weight } = faces.note;
  const scenarios = namedScenarios(result, lang);
  const widths = scenarios.map(
    ({ letter, label }) => sample.width + sample.after + textWidth(`${letter} ${label}`, size, weight + 200),
  );
  let lines = 1;
  let x = 0;
  for (const width of widths) {
    if (x > 0 && x + width > paper.width - pageWidth) {
      lines++;
      x = 0;
    }
    x += width + between;
  }
  const html = tag(
    'div',
    { class: 'note who', style: `font-size:${size}px;line-height:${line}px` },
    scenarios.map(keyOf),
  );
  return numbered({ html, height: lines * line }, say(lang, 'paper_page', { at }));
}

function keyOf({ letter, label, style }: Who): string {
  const line = el('path', {
    d: `M1,4H${sample.width - 1}`,
    stroke: style.line,
    'stroke-width': 2,
    'stroke-dasharray': style.dash,
    'stroke-linecap': style.cap,
  });
  const picture = el('svg', { width: sample.width, height: 8, 'aria-hidden': 'true' }, line);
  return tag('span', {}, picture, tag('b', { style: `color:${style.text}` }, escaped(`${letter} ${label}`)));
}

const numbered = ({ html, height }: Block, page: string): Block => ({
  html: tag(
    'header',
    {},
    html,
    text('p', page, { class: 'aside', style: `font-size:${faces.note.size}px;line-height:${faces.note.line}px` }),
  ),
  height,
});

/** A sheet with what stands on it, from top to bottom. */
export function sheet(blocks: readonly Block[]): string {
  const shown = blocks.filter(({ height }) => height > 0);
  const free = paper.height - heightOf(shown, 0);
  const gap = Math.floor(Math.max(gaps.least / 2, Math.min(gaps.most, free / Math.max(1, shown.length - 1))));
  return tag(
    'section',
    { class: 'sheet' },
    shown.map(({ html }, at) =>
      tag('div', { style: `margin-top:${at === 0 ? 0 : at === 1 ? Math.min(gap, gaps.least) : gap}px` }, html),
    ),
  );
}

/** Whether blocks have room on a sheet, with the least space between them. */
export const fits = (blocks: readonly Block[]): boolean =>
  heightOf(
    blocks.filter(({ height }) => height > 0),
    gaps.least,
  ) <= paper.height;

/** What is left of a sheet for one more block. */
export const roomLeft = (blocks: readonly Block[]): number => {
  const shown = blocks.filter(({ height }) => height > 0);
  return paper.height - heightOf(shown, gaps.least) - gaps.least;
};
