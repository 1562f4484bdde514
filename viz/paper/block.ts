/** What stands on paper: HTML with the height that it takes at most, known without a page to ask. */
import type { Drawing } from '../charts/chart.ts';
import { textWidth, wrapped } from '../charts/measure-text.ts';
import { escaped } from '../charts/svg.ts';
import type { Html } from '../report/html.ts';
import { tag } from '../report/html.ts';
import type { Face } from './measures.ts';
import { faces, scale } from './measures.ts';

export interface Block {
  html: string;
  /** Pixels; rather too many than too few. */
  height: number;
}

export const nothing: Block = { html: '', height: 0 };

export interface TextOptions {
  face?: Face;
  width: number;
  /** Name of the element. */
  as?: string;
  class?: string;
  /** Space above. */
  above?: number;
}

/** A paragraph of plain text. */
export function paragraph(content: string, options: TextOptions): Block {
  return rich(content, escaped(content), options);
}

/** A paragraph of which `content` is the plain text and `html` how it is written. */
export function rich(
  content: string,
  html: Html,
  { face = 'note', width, as = 'p', class: its = '', above = 0 }: TextOptions,
): Block {
  const { size, line, weight } = faces[face];
  const lines =
    face === 'code'
      ? Math.ceil(content.length / Math.floor(width / (size * 0.62)))
      : wrapped(content, width, size, weight).reduce((sum, one) => sum + overlong(one, width, size, weight), 0);
  return {
    html: tag(as, { class: `${face}${its === '' ? '' : ` ${its}`}`, style: styleOf(face, above) }, html),
    height: lines * line + above,
  };
}

/** Lines that one takes whose only word is wider than there is room. */
const overlong = (line: string, width: number, size: number, weight: number) =>
  Math.max(1, Math.ceil(textWidth(line, size, weight) / width));

function styleOf(face: Face, above: number): string {
  const { size, line, weight } = faces[face];
  return `font-size:${size}px;line-height:${line}px;font-weight:${weight}${above === 0 ? '' : `;margin-top:${above}px`}`;
}

/** Blocks under each other. */
export function stack(blocks: readonly Block[], gap = 0): Block {
  const shown = blocks.filter(({ height }) => height > 0);
  return {
    html: shown
      .map(({ html }, at) => (at === 0 || gap === 0 ? html : tag('div', { style: `margin-top:${gap}px` }, html)))
      .join(''),
    height: heightOf(shown, gap),
  };
}

export const heightOf = (blocks: readonly Block[], gap: number): number =>
  blocks.reduce((sum, { height }) => sum + height, 0) + gap * Math.max(0, blocks.length - 1);

/** Blocks side by side, each with its width. */
export function abreast(columns: readonly { block: Block; width: number }[], gap: number): Block {
  return {
    html: tag(
      'div',
      { style: `display:flex;gap:${gap}px` },
      columns.map(({ block, width }) => tag('div', { style: `flex:none;width:${width}px` }, block.html)),
    ),
    height: Math.max(0, ...columns.map(({ block }) => block.height)),
  };
}

/** A chart with its title and how to read it. */
export function chart(drawing: Drawing, width: number): Block {
  const { title, reading } = drawing;
  const head = stack([
    title === '' ? nothing : paragraph(title, { face: 'title', width, as: 'h2' }),
    reading === '' ? nothing : paragraph(reading, { width, class: 'aside' }),
  ]);
  const gap = head.height === 0 ? 0 : 5;
  const { html, height } = picture(drawing);
  return {
    html: tag('figure', {}, head.html, tag('div', { style: `margin-top:${gap}px` }, html)),
    height: head.height + gap + height,
  };
}

/** The picture alone, as small as it is printed, named by what it says. Its marks have other names than on the screen. */
export function picture({ svg, width, height, readout, title }: Drawing): Block {
  const size = ` width="${px(width * scale)}" height="${px(height * scale)}"`;
  const html = svg
    .replace(/ width="[\d.]+" height="[\d.]+"/, size)
    .replace(/(\bid="|url\(#)/g, '$1paper-')
    .replace(/^<svg\b/, `<svg role="img" aria-label="${escaped(readout || title)}"`);
  return { html, height: height * scale };
}

const px = (value: number) => Math.round(value * 100) / 100;

/** A sheet's title without a chart. */
export const heading = (content: string, width: number, above = 0): Block =>
  paragraph(content, { face: 'title', width, as: 'h2', above });

/** Widths of a table's columns after the first, which has the rest, and what stands around a cell. */
const columns = { level: 42, difference: 68 } as const;
const air = 2;

/**
 * Figures in rows: a name, a level, and differences from it.
 * @param rows as many cells each as `head` has, the first of which names nothing
 */
export function figures(head: readonly string[], rows: readonly (readonly string[])[], width: number): Block {
  const { size, line } = faces.note;
  const label = width - columns.level - (head.length - 2) * columns.difference;
  const name = (content: string) => paragraph(content, { width: label - 8, as: 'div' });
  const cells = (texts: readonly string[], kind: 'th' | 'td') =>
    texts.slice(1).map((one) => tag(kind, {}, escaped(one)));
  const named = rows.map(([first = '']) => name(first));
  return {
    html: tag(
      'table',
      { class: 'figures', style: `width:${width}px;font-size:${size}px;line-height:${line}px` },
      tag(
        'colgroup',
        {},
        [label, columns.level, ...head.slice(2).map(() => columns.difference)].map((one) =>
          tag('col', { style: `width:${one}px` }),
        ),
      ),
      tag('thead', {}, tag('tr', {}, '<td></td>', cells(head, 'th'))),
      tag(
        'tbody',
        {},
        rows.map((row, at) => tag('tr', {}, tag('th', { scope: 'row' }, named[at].html), cells(row, 'td'))),
      ),
    ),
    height: named.reduce((sum, { height }) => sum + height + 2 * air + 1, line + 2 * air + 1),
  };
}
