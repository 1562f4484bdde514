/** Which ways are drawn, and what is said of them in words on a phone. */
import { number } from '../../../scenarios/words/format.ts';
import type { Language } from '../../../scenarios/words/words.ts';
import { say } from '../../words/words.ts';
import { wrapped } from '../measure-text.ts';
import { type } from '../theme.ts';
import type { PlaceId } from './content.ts';
import { stationWords } from './rooms.ts';
import type { Link, YearFlows } from './year-flows.ts';

/** Fewer persons a year than this, or than this share of all moves, and a way is left to the table. */
const fewest = 1.5;
const smallestShare = 0.006;

/** Whether a link is wide enough to be seen. */
export function isWayDrawn(link: Link, { links }: YearFlows): boolean {
  const all = links.reduce((sum, { persons }) => sum + persons, 0);
  return link.persons >= Math.max(fewest, smallestShare * all);
}

/** Left edge of the words. */
export const textX = 40;

/** Where people go from a room in the year, in words, as many lines as it takes; none from the room of the bed queue. */
export function narrowLines(whole: YearFlows | null, id: PlaceId, lang: Language, width: number): string[] {
  const links = outOf(whole, id);
  if (whole === null || links.length === 0) return [];
  const items = links.map(({ to, persons }) => `${number(lang, persons)} ${stationWords(lang, to)}`);
  const text = `${say(lang, 'pathway_in_year', { year: whole.year })}: ${items.join(', ')}`;
  return wrapped(text, width - textX - 8, type.small);
}

/** Where people go from a room, most first, as far as it is drawn. */
export function outOf(whole: YearFlows | null, id: PlaceId): Link[] {
  return whole === null ? [] : whole.links.filter((link) => link.from === id && isWayDrawn(link, whole));
}

/** Room below a room on a phone. */
export function narrowGap(whole: YearFlows | null, id: PlaceId, lang: Language, width: number): number {
  const lines = narrowLines(whole, id, lang, width).length;
  return lines === 0 ? 8 : lines * 17 + 12;
}
