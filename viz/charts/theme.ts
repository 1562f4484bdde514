/**
 * Colours, dashes and sizes. A chart names a colour, `var(--ink)`; the page's style sheet and a downloaded picture give it
 * its value. Contrast and distance of these colours are held by a test.
 */

/** Every colour by name, in light and dark. */
export const palette = {
  paper: { light: '#FFFFFF', dark: '#12181E' },
  panel: { light: '#F5F6F4', dark: '#1A222A' },
  ink: { light: '#16202A', dark: '#EEF2F5' },
  secondary: { light: '#4A5763', dark: '#B4BFC9' },
  tertiary: { light: '#5F6C78', dark: '#93A0AC' },
  /** Edges of things that are operated. */
  edge: { light: '#7B8894', dark: '#74828F' },
  hairline: { light: '#D9DEE2', dark: '#303B45' },
  /** What is operated: links, focus, the date. Never data. */
  accent: { light: '#00695C', dark: '#4FC3B0' },
  /** Always with ◇. */
  assumed: { light: '#8A5A00', dark: '#E8B45A' },
  error: { light: '#B3261E', dark: '#FF8A80' },
  /** Persons who are served, and who are out of contact. */
  served: { light: '#6F7D89', dark: '#93A0AC' },
  away: { light: '#8A7763', dark: '#B89F86' },
  /** Ground of the room of those out of contact, and of the past. */
  'away-ground': { light: '#F6F0E9', dark: '#221E1A' },
  past: { light: '#F5F6F4', dark: '#1A222A' },
  /** Lines of the scenarios, and text in their colours. */
  a: { light: '#1B2733', dark: '#F2F5F7' },
  b: { light: '#3977E3', dark: '#6FB3FF' },
  c: { light: '#C65A08', dark: '#F7BE5E' },
  d: { light: '#6F1788', dark: '#CB6BA1' },
  'a-text': { light: '#1B2733', dark: '#F2F5F7' },
  'b-text': { light: '#1F5BBF', dark: '#8CC3FF' },
  'c-text': { light: '#A34A05', dark: '#F7BE5E' },
  'd-text': { light: '#6F1788', dark: '#E08DBB' },
} as const;

export type ColourName = keyof typeof palette;
export type Theme = 'light' | 'dark';

/** A colour as a chart writes it. */
export const colour = (name: ColourName): string => `var(--${name})`;

/** The same picture with colours that need no style sheet: for files that leave the page. */
export function withColours(svg: string, theme: Theme): string {
  return svg.replace(/var\(--([\w-]+)\)/g, (whole, name: string) =>
    name in palette ? palette[name as ColourName][theme] : whole,
  );
}

/** How a scenario is told apart: by colour, dash, letter and end label together. */
export interface ScenarioStyle {
  letter: string;
  line: string;
  text: string;
  /** stroke-dasharray; undefined: solid. */
  dash: string | undefined;
  cap: 'butt' | 'round';
  /** Opacity of the band of 9 in 10, and what the band of 5 in 10 adds to it. */
  band: number;
  inner: number;
}

const names = ['a', 'b', 'c', 'd'] as const;
const dashes = [undefined, '9 4', '0.1 5.8', '10 3 2 3'] as const;

/** The style of the scenario at a place in the order A, B, C, D. */
export function styleOf(index: number): ScenarioStyle {
  const at = Math.min(index, names.length - 1);
  const name = names[at];
  return {
    letter: name.toUpperCase(),
    line: colour(name),
    text: colour(`${name}-text`),
    dash: dashes[at],
    cap: at === 2 ? 'round' : 'butt',
    band: name === 'd' ? 0.08 : 0.1,
    inner: name === 'd' ? 0.1 : 0.13,
  };
}

/** Width of a line that is not in focus, of one in focus, and of one beside a focused one. */
export const stroke = { line: 2.2, focus: 2.8, thin: 1.2 } as const;

/** Sizes of type in pixels. */
export const type = { small: 13, note: 14, body: 15, title: 17, figure: 20 } as const;

export const fontFamily = "Inter, system-ui, 'Segoe UI', sans-serif";
