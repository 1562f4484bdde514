/** The colours of `theme.ts` as the style sheet's variables: they stand once. */
import type { ColourName, Theme } from '../charts/theme.ts';
import { palette } from '../charts/theme.ts';
import type { ThemeChoice } from './state.ts';

function variables(theme: Theme): string {
  return Object.entries(palette)
    .map(([name, both]) => `--${name}:${both[theme]}`)
    .join(';');
}

/** Light, dark where the system or the visitor asks for it, and light on paper. Where colours are forced the ground is the system's. */
export function colourSheet(): string {
  const dark = `color-scheme:dark;${variables('dark')}`;
  return [
    `:root{color-scheme:light;${variables('light')}}`,
    `@media screen and (forced-colors:none) and (prefers-color-scheme:dark){:root:not([data-theme=light]){${dark}}}`,
    `@media screen and (forced-colors:none){:root[data-theme=dark]{${dark}}}`,
    `@media screen and (forced-colors:active) and (prefers-color-scheme:dark){:root{${dark}}}`,
  ].join('\n');
}

/** The theme that is on the screen now. */
export function themeOf(choice: ThemeChoice): Theme {
  if (choice !== 'auto') return choice;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

export const value = (name: ColourName, theme: Theme): string => palette[name][theme];
