/** What the rooms have to hold: names, most dots, longest notes. */
import { number } from '../../../scenarios/words/format.ts';
import type { Language } from '../../../scenarios/words/words.ts';
import type { Result } from '../../result/result.ts';
import type { SayKey } from '../../words/words.ts';
import { say } from '../../words/words.ts';
import { textWidth } from '../measure-text.ts';
import { rowsOf } from '../numbers-of.ts';
import { type } from '../theme.ts';
import type { StillDay } from './most.ts';
import { heldOn, mostOf, partKey } from './most.ts';
import type { RoomContent } from './room-plan.ts';
import type { RoomId } from './rooms.ts';
import { rooms } from './rooms.ts';
import type { Still } from './still.ts';
import { isClose } from './still.ts';

/** The rooms and the one of those who wait for a bed, who all stand in another room, too. */
export type PlaceId = RoomId | 'bed';

export function contentOf(
  result: Result,
  options: StillDay & { lang: Language; still?: Still },
  hasDots: boolean,
): Map<PlaceId, RoomContent> {
  const { lang, municipality, still } = options;
  // rooms keep their size while time runs; a picture of one day keeps nothing free
  const most = still && hasDots ? heldOn(result, options) : mostOf(result, municipality);
  const isTown = municipality !== 'provider';
  const wide = (value: number) => asWide(lang, value);
  const beds = bedsOf(result);
  const places = placesOf(result, municipality);
  const bedNote = say(lang, 'pathway_bed_note');
  const notes: Partial<Record<PlaceId, string>> = isClose(still)
    ? { bed: bedNote }
    : {
        tsb: isTown && beds !== null ? say(lang, 'pathway_beds', { used: wide(beds), beds: wide(beds) }) : '',
        follow_up_waiting: hasDots ? say(lang, 'pathway_elsewhere', { n: 88 }) : '',
        follow_up: say(lang, 'pathway_places', { year: 2088, held: wide(places), places: wide(places) }),
        bed: bedNote,
      };
  const largest = largestIn(result, municipality);
  const nameOf = (words: SayKey, persons: number) =>
    words === 'pathway_part_beds' && !isTown && beds !== null
      ? say(lang, 'pathway_part_beds_of', { n: wide(beds), beds: wide(beds) })
      : say(lang, words, { n: wide(persons) });
  const dotsIn = (persons: number) => (hasDots ? Math.round(persons / most.perDot) : null);
  const content = new Map<PlaceId, RoomContent>(
    rooms.map(({ id, words, parts }) => [
      id,
      {
        title: say(lang, words),
        parts: parts.map((part, at) => ({
          longestName: part.words === undefined ? '' : nameOf(part.words, largest.get(id) ?? 0),
          most: dotsIn(most.parts.get(partKey(id, at)) ?? 0),
        })),
        longestNote: notes[id] ?? '',
      },
    ]),
  );
  content.set('bed', {
    title: say(lang, 'pathway_bed'),
    parts: [{ longestName: '', most: dotsIn(most.waitingBed) }],
    longestNote: notes.bed ?? '',
  });
  return content;
}

/** The widest figure of any room, in pixels. */
export function figureWidth(result: Result, { lang, municipality }: { lang: Language; municipality: string }): number {
  const largest = Math.max(...largestIn(result, municipality).values());
  return textWidth(asWide(lang, largest), type.figure, 700);
}

/** Most persons in each room, of the middle future or of the means. */
function largestIn(result: Result, municipality: string): Map<RoomId, number> {
  const { parts: most } = mostOf(result, municipality);
  const means = new Map<string, number>();
  for (const { base, kind, queue, mean, municipality: own } of result.bands) {
    if (base !== '' || kind !== 'position' || own !== municipality) continue;
    means.set(queue, Math.max(means.get(queue) ?? 0, ...mean));
  }
  const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
  return new Map(
    rooms.map(({ id, parts }) => {
      const inMiddle = sum(parts.map((_, at) => most.get(partKey(id, at)) ?? 0));
      const inMean = sum(parts.flatMap(({ positions }) => positions.map((position) => means.get(position) ?? 0)));
      return [id, Math.max(inMiddle, inMean)];
    }),
  );
}

/** The widest number with as many digits. */
const asWide = (lang: Language, value: number) => number(lang, 10 ** Math.ceil(Math.log10(Math.max(10, value))) - 1);

/** Most places, or persons who hold one, in any year of any scenario. */
function placesOf({ findings }: Result, municipality: string): number {
  const names = ['persons_in_follow_up', 'place_years'];
  const rows = findings.estimates.filter(({ group, measure, municipality: own }) => {
    const known = names.includes(measure) ? findings.catalogue.byName.get(measure) : undefined;
    return group === 'all' && known !== undefined && own === rowsOf(municipality, known);
  });
  return Math.max(0, ...rows.map(({ mean }) => mean ?? 0));
}

/** Most beds of the whole place, on any day of any scenario; null where the result does not say. */
function bedsOf({ capacity }: Result): number | null {
  const lines = capacity.filter(({ resource }) => resource !== 'counsellor_posts');
  if (lines.length === 0) return null;
  const names = [...new Set(lines.map(({ scenario }) => scenario))];
  return Math.max(
    ...names.map((name) =>
      lines.filter(({ scenario }) => scenario === name).reduce((sum, { staffed }) => sum + Math.max(...staffed), 0),
    ),
  );
}
