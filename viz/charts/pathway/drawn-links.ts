/** Which ways are drawn, and what is said of them in words on a phone. */
import { number } from '../../../scenarios/words/format.ts';
import type { Language } from '../../../scenarios/words/words.ts';
import type { Result } from '../../result/result.ts';
import { say } from '../../words/words.ts';
import type { ChartOptions } from '../chart.ts';
import { wrapped } from '../measure-text.ts';
import { type } from '../theme.ts';
import type { PlaceId } from './content.ts';
import { roomIds, stationWords } from './rooms.ts';
import type { Link, YearFlows } from './year-flows.ts';
import { yearFlows } from './year-flows.ts';

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

const most = new WeakMap<Result, Map<string, Map<PlaceId, number>>>();

/** Space below each room on a phone: for the most lines of any year and scenario, so that rooms stay while time runs. */
export function narrowGaps(
  result: Result,
  { municipality, lang, width }: Pick<ChartOptions, 'municipality' | 'lang' | 'width'>,
): Map<PlaceId, number> {
  const own = most.get(result) ?? new Map<string, Map<PlaceId, number>>();
  most.set(result, own);
  const key = [municipality, lang, width].join('\n');
  const gaps = own.get(key) ?? new Map(roomIds.map((id) => [id as PlaceId, gapFor(0)]));
  if (own.has(key)) return gaps;
  own.set(key, gaps);
  const { switchYear, history, years, scenarios } = result.findings;
  for (const { name } of scenarios) {
    for (let year = switchYear - history; year < switchYear + years; year++) {
      const flows = yearFlows(result, name, municipality, year);
      if (flows === null) continue;
      for (const id of roomIds) {
        const lines = narrowLines(flows, id, lang, width).length;
        gaps.set(id, Math.max(gaps.get(id) ?? 0, gapFor(lines)));
      }
    }
  }
  return gaps;
}

const gapFor = (lines: number) => (lines === 0 ? 8 : lines * 17 + 12);
