/** Files that leave the page: data, pictures, text. Nothing is sent anywhere; the browser writes them. */
import type { Drawing } from '../charts/chart.ts';
import { wrapped } from '../charts/measure-text.ts';
import { el, escaped, label } from '../charts/svg.ts';
import { colour, fontFamily, type, withColours } from '../charts/theme.ts';

export function save(name: string, content: Blob | string, mime = 'text/plain;charset=utf-8'): void {
  const blob = typeof content === 'string' ? new Blob([content], { type: mime }) : content;
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // the browser has taken its copy by then
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** A picture that explains itself away from the page: title and reading line above, what it rests on below. */
export function standalone(drawing: Drawing, notes: readonly string[]): string {
  const margin = 20;
  const width = drawing.width + 2 * margin;
  const room = drawing.width;
  const lines = (text: string, size: number, weight: number) => wrapped(text, room, size, weight);
  let y = margin;
  const texts: string[] = [];
  const write = (text: string, size: number, weight: number, fill: string) => {
    for (const line of lines(text, size, weight)) {
      y += size * 1.35;
      texts.push(label(line, { x: margin, y, 'font-size': size, 'font-weight': weight, fill }));
    }
  };
  write(drawing.title, type.title, 650, colour('ink'));
  write(drawing.reading, type.small, 400, colour('secondary'));
  const top = y + 14;
  y = top + drawing.height + 8;
  for (const note of notes) write(note, type.small, 400, colour('tertiary'));
  const height = y + margin;
  const svg = el(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      'font-family': fontFamily,
      role: 'img',
      'aria-label': `${drawing.title}. ${drawing.readout}`,
    },
    el('title', {}, escaped(drawing.title)),
    el('rect', { width, height, fill: colour('paper') }),
    ...texts,
    drawing.svg.replace('<svg', `<svg x="${margin}" y="${top}"`),
  );
  return withColours(svg, 'light');
}

/** Turns a picture into a PNG of twice its size. */
export async function pngOf(svg: string, width: number, height: number): Promise<Blob> {
  const image = new Image();
  // a picture has no fonts of the page: without its own, labels would be wider than their room
  const dressed = svg.replace(/(<svg[^>]*>)/, `$1<style>${escaped(fontFace())}</style>`);
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(dressed)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * 2);
  canvas.height = Math.round(height * 2);
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('this browser gives no canvas');
  pen.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('this browser makes no PNG'))), 'image/png');
  });
}

/** The page's own font, as its style sheet has it. */
function fontFace(): string {
  for (const sheet of document.styleSheets) {
    for (const rule of sheet.cssRules) if (rule instanceof CSSFontFaceRule) return rule.cssText;
  }
  return '';
}

export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

/** From a file on disk the clipboard's own interface is often closed. */
function copyBySelection(text: string): boolean {
  const field = document.createElement('textarea');
  field.value = text;
  field.style.position = 'fixed';
  field.style.opacity = '0';
  document.body.append(field);
  field.select();
  const done = document.execCommand('copy');
  field.remove();
  return done;
}
