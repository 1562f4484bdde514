/** HTML as text, for readers without scripts. */
import type { Attributes } from '../charts/svg.ts';
import { escaped } from '../charts/svg.ts';

/** HTML text; lists are joined, false is left out. */
export type Html = string | false | readonly Html[];

/** An element with children that are HTML. */
export function tag(name: string, attributes: Attributes, ...children: Html[]): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined && value !== false)
    .map(([key, value]) => ` ${key}="${escaped(String(value))}"`)
    .join('');
  return `<${name}${written}>${joined(children)}</${name}>`;
}

/** An element with plain text inside. */
export const text = (name: string, content: string, attributes: Attributes = {}): string =>
  tag(name, attributes, escaped(content));

function joined(children: readonly Html[]): string {
  return children.map((child) => (child === false ? '' : typeof child === 'string' ? child : joined(child))).join('');
}

/** A table whose first column names its rows; on a narrow screen it is moved sideways, the page is not. */
export function table(head: readonly string[], rows: readonly (readonly string[])[], caption: string): string {
  return tag('div', { class: 'wide', tabindex: 0, role: 'region', 'aria-label': caption }, bare(head, rows, caption));
}

/** A cell that is longer holds words, not a figure. */
const longestFigure = 24;

function bare(head: readonly string[], rows: readonly (readonly string[])[], caption: string): string {
  const hasWords = head.map((_, at) => rows.some((row) => (row[at] ?? '').length > longestFigure));
  const kind = (at: number) => (hasWords[at] ? { class: 'words' } : {});
  return tag(
    'table',
    {},
    caption !== '' && text('caption', caption),
    tag(
      'thead',
      {},
      tag(
        'tr',
        {},
        head.map((cell, at) => (cell === '' ? '<td></td>' : text('th', cell, { scope: 'col', ...kind(at) }))),
      ),
    ),
    tag(
      'tbody',
      {},
      rows.map(([first, ...others]) =>
        tag(
          'tr',
          {},
          text('th', first ?? '', { scope: 'row' }),
          others.map((cell, at) => text('td', cell, kind(at + 1))),
        ),
      ),
    ),
  );
}
