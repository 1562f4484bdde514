/** SVG as text: the same in Node and in the page, so that a drawing can be tested, printed and sent. */

export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;
/** SVG text; lists are joined, false and undefined are left out. */
export type Svg = string | false | undefined | readonly Svg[];

/** An element. Numbers are rounded to hundredths of a pixel; undefined and false attributes are left out. */
export function el(name: string, attributes: Attributes, ...children: Svg[]): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined && value !== false)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? round(value) : escaped(String(value))}"`)
    .join('');
  const inside = joined(children);
  return inside === '' ? `<${name}${written}/>` : `<${name}${written}>${inside}</${name}>`;
}

/** A line of text at a place; `content` is plain text. */
export function label(content: string, attributes: Attributes): string {
  return el('text', { style: figuresOf(content), ...attributes }, escaped(content));
}

/** Where figures are tabular the font widens the hyphen, too: a word that has one keeps figures as words have them. */
export const figuresOf = (content: string): string | undefined =>
  /\p{L}-\p{L}/u.test(content) ? 'font-variant-numeric:normal' : undefined;

function joined(children: readonly Svg[]): string {
  return children
    .map((child) => {
      if (child === false || child === undefined) return '';
      return typeof child === 'string' ? child : joined(child);
    })
    .join('');
}

/** Hundredths of a pixel: enough to see, and the same text everywhere. */
export const round = (value: number): number => Math.round(value * 100) / 100 + 0;

export const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] as string);

/** Points as a path, cut where a value is not a number. */
export function pathOf(points: readonly (readonly [x: number, y: number])[]): string {
  let path = '';
  let pen = 'M';
  for (const [x, y] of points) {
    if (Number.isFinite(x) && Number.isFinite(y)) {
      path += `${pen}${round(x)},${round(y)}`;
      pen = 'L';
    } else pen = 'M';
  }
  return path;
}
