/** The link that shows the same page again. */
import { say } from '../../words/words.ts';
import { addressOf, isLinkable, readAddress } from '../address.ts';
import type { App } from '../app.ts';
import { copyText } from '../downloads.ts';
import { tell } from '../toast.ts';

/** Everything that the link holds, with the section or chart to begin at. */
export const hashFor = ({ view, question }: Pick<App, 'view' | 'question'>, at?: string): string =>
  addressOf(question, view, at);

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
export const placeAsked = (hash: string): string | undefined => readAddress(hash).view.at;
