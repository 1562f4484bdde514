/** The link that shows the same page again. */
import { entriesOf, hashOf, viewEntries } from '../address.ts';
import type { App } from '../app.ts';

/** Everything that the link holds, with the section or chart to begin at. */
export function hashFor(app: Pick<App, 'view'>, at?: string): string {
  const entries: Record<string, string> = { ...viewEntries(app.view) };
  if (at) entries.at = at;
  return hashOf(entries);
}

export function linkTo(app: App, at?: string): string {
  const { href } = location;
  return `${href.split('#')[0]}#${hashFor(app, at)}`;
}

/** Where a link asks to begin. */
export const placeAsked = (hash: string): string | undefined => entriesOf(hash).at;
