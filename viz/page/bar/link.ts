/** The link that shows the same page again. */
import { say } from '../../words/words.ts';
import { entriesOf, hashOf, viewEntries } from '../address.ts';
import type { App } from '../app.ts';
import { copyText } from '../downloads.ts';
import { isLinkable, questionEntries } from '../question-address.ts';
import { tell } from '../toast.ts';

/** Everything that the link holds, with the section or chart to begin at. */
export function hashFor({ view, question, home }: Pick<App, 'view' | 'question' | 'home'>, at?: string): string {
  const isAsked = question !== null && question !== home && isLinkable(question);
  const entries: Record<string, string> = { ...(isAsked ? questionEntries(question) : {}), ...viewEntries(view) };
  if (at) entries.at = at;
  return hashOf(entries);
}

export function linkTo(app: App, at?: string): string {
  const { href } = location;
  return `${href.split('#')[0]}#${hashFor(app, at)}`;
}

/** Copies the link, and says so, or what it cannot hold. */
export async function copyLink(app: App, at?: string): Promise<void> {
  const { lang, question } = app;
  const done = await copyText(linkTo(app, at));
  const said = question !== null && !isLinkable(question) ? 'not_in_link' : done ? 'link_copied' : 'link_not_copied';
  tell(say(lang, said));
}

/** Where a link asks to begin. */
export const placeAsked = (hash: string): string | undefined => entriesOf(hash).at;
