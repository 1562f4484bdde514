/** Lays out text and tables for a terminal of some width. */
import CliTable from 'cli-table3';

/** The width that lines keep to: the terminal's, at most 100 columns; 100 where there is no terminal. */
export function widthOf(stream: { columns?: number }): number {
  return Math.max(40, Math.min(100, stream.columns ?? 100));
}

/** How many columns a text takes, escape sequences left out. */
export function columnsOf(text: string): number {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours begin with the escape character
  return [...text.replace(/\u001b\[[\d;]*m/g, '')].length;
}

/**
 * Breaks a text into lines at its spaces; the first keeps the spaces it begins with. No-break spaces hold; a word longer than a line stands alone.
 * @param hanging spaces before every line but the first
 */
export function wrap(text: string, width: number, hanging = 0): string[] {
  const lines: string[] = [];
  const indent = /^ */.exec(text)?.[0] ?? '';
  const [first, ...words] = text.slice(indent.length).split(' ');
  let line = indent + first;
  for (const word of words) {
    if (columnsOf(line) + 1 + columnsOf(word) > width) {
      lines.push(line);
      line = ' '.repeat(hanging) + word;
    } else line = `${line} ${word}`;
  }
  return [...lines, line];
}

const noLines = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: '',
};

/**
 * A table without rules: the first column to the left, the others to the right. Heads break at spaces over narrow columns,
 * and so does the first column where the table would be wider than `width`.
 */
export function tableLines(head: readonly string[], rows: readonly (readonly string[])[], width = 100): string[] {
  const widths = head.map((text, column) => {
    const cells = rows.map((row) => columnsOf(row[column] ?? ''));
    const words = text.split(' ').map(columnsOf);
    return Math.max(0, ...cells, ...words) + (column === 0 ? 1 : 2);
  });
  const others = widths.slice(1).reduce((sum, one) => sum + one, 0);
  widths[0] = Math.min(widths[0], Math.max(12, width - others));
  const table = new CliTable({
    // broken here: the table would fill its columns to the brim, and heads would touch
    head: head.map((text, column) => wrap(text, widths[column] - (column === 0 ? 1 : 2)).join('\n')),
    chars: noLines,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
    colWidths: widths,
    colAligns: head.map((_, column) => (column === 0 ? 'left' : 'right')),
    wordWrap: true,
  });
  for (const [label, ...cells] of rows) table.push([wrap(label, widths[0] - 1, 1).join('\n'), ...cells]);
  return table
    .toString()
    .split('\n')
    .map((line) => line.trimEnd());
}
