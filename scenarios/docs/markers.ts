/** Parts of a page that a program writes stand between `<!-- begin NAME -->` and `<!-- end NAME -->`. */

/**
 * The page with one part written anew.
 * @throws Error when the page has not exactly one such part
 */
export function fill(page: string, name: string, content: string): string {
  const begin = `<!-- begin ${name} -->`;
  const end = `<!-- end ${name} -->`;
  const parts = page.split(begin);
  const rest = parts[1]?.split(end);
  if (parts.length !== 2 || rest?.length !== 2) throw new Error(`expected one part "${name}" in the page`);
  return `${parts[0]}${begin}\n\n${content.trim()}\n\n${end}${rest[1]}`;
}

/** A Markdown table; cells of a column in `right` stand at the right. */
export function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  right: readonly number[] = [],
): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const rule = head.map((_, i) => (right.includes(i) ? '---:' : '---'));
  return [line(head), line(rule), ...rows.map(line)].join('\n');
}
