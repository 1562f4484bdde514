/** Draws the ways from room to room: as wide as the persons who take them in a year. */
import { number } from '../../../scenarios/words/format.ts';
import type { Language } from '../../../scenarios/words/words.ts';
import { el, label } from '../svg.ts';
import { colour, type } from '../theme.ts';
import type { PlaceId } from './content.ts';
import { arrival, endOf, pathData } from './curve.ts';
import { isWayDrawn, narrowLines, outOf, textX } from './drawn-links.ts';
import type { Way } from './plan-ways.ts';
import { wayKey } from './plan-ways.ts';
import { stationWords } from './rooms.ts';
import type { View } from './view.ts';

/** Ways and their figures; where the result has no flows, hairlines. */
export function drawWays(view: View): string {
  const { plan, flows, whole, scale, options } = view;
  const drawn: { way: Way; width: number; persons: number | null }[] = [];
  for (const way of plan.ways.values()) {
    if (flows === null || whole === null) {
      drawn.push({ way, width: 1, persons: null });
      continue;
    }
    const at = flows.links.findIndex(({ from, to }) => from === way.from && to === way.to);
    if (at < 0 || !isWayDrawn(flows.links[at], flows)) continue;
    drawn.push({
      way,
      width: Math.max(1.5, flows.links[at].persons * scale),
      persons: whole.links[at].persons,
    });
  }
  // the widest first, so that narrow ones are seen where they cross
  drawn.sort((a, b) => b.width - a.width);
  return [
    ...drawn.map(({ way, width }) => ribbon(way, width)),
    ...drawn.map(({ way, width, persons }) => (persons === null ? '' : figure(way, width, persons, options.lang))),
  ].join('');
}

function ribbon(way: Way, width: number): string {
  const isLoss = way.from === 'away' || way.to === 'away';
  const paint = colour(isLoss ? 'away' : 'edge');
  const opacity = isLoss ? 0.3 : 0.34;
  const d = pathData(way.curve);
  const [x, y] = endOf(way.curve);
  const [dx, dy] = arrival(way.curve);
  const half = Math.max(4.5, width / 2 + 4);
  const head = Math.min(half + 1.5, 11);
  const tip = `M${x},${y}L${x - dx * head - dy * half},${y - dy * head + dx * half}L${x - dx * head + dy * half},${y - dy * head - dx * half}Z`;
  return el(
    'g',
    { 'data-way': wayKey(way.from, way.to), fill: 'none' },
    el('path', { d, stroke: colour('paper'), 'stroke-width': width + 3 }),
    el(
      'g',
      { opacity },
      el('path', { d, stroke: paint, 'stroke-width': width }),
      el('path', { d: rounded(tip), fill: paint }),
    ),
  );
}

const rounded = (path: string) =>
  path.replace(/-?\d+\.\d+/g, (text) => String(Math.round(Number(text) * 100) / 100 + 0));

function figure(way: Way, width: number, persons: number, lang: Language): string {
  const { x, y, anchor } = way.label(width);
  const text = number(lang, persons);
  const at = { x, 'text-anchor': anchor, fill: colour('secondary'), 'font-size': type.small };
  if (!way.isNamed) return label(text, { ...at, y });
  const name = stationWords(lang, way.from === 'new' ? 'new' : way.to);
  return label(text, { ...at, y }) + label(name, { ...at, y: y + width + 26 });
}

const barX = 22;

/** On a phone: in words between the rooms, with a bar as wide as the first of them. */
export function drawNarrowWays({ plan, whole, scale, options: { lang } }: View): string {
  const made: string[] = [];
  const ids: PlaceId[] = [...plan.rooms.keys()].filter((id) => id !== 'bed');
  // down to the next room, or to the end of the picture
  const below = (id: PlaceId) => plan.rooms.get(ids[ids.indexOf(id) + 1])?.y ?? plan.height - 4;
  for (const [id, room] of plan.rooms) {
    const lines = narrowLines(whole, id, lang, plan.width);
    if (lines.length === 0) continue;
    const y = room.y + room.height;
    const [first] = outOf(whole, id);
    const width = Math.max(1.5, first.persons * scale);
    const height = below(id) - y - 4;
    const paint = colour(first.to === 'away' || first.from === 'away' ? 'away' : 'edge');
    made.push(
      el('rect', { x: barX - width / 2, y: y + 2, width, height, fill: paint, opacity: 0.34 }),
      ...lines.map((line, at) => label(line, { x: textX, y: y + 17 + at * 17, fill: colour('secondary') })),
    );
  }
  return made.join('');
}

/** Persons whose moves are on no drawn way: too few, or between rooms that no way joins. Deaths among them. */
export function notDrawn({ plan, flows, whole }: View): number {
  if (flows === null || whole === null) return 0;
  return whole.links.reduce((sum, { persons }, at) => {
    const link = flows.links[at];
    return sum + (plan.ways.has(wayKey(link.from, link.to)) && isWayDrawn(link, flows) ? 0 : persons);
  }, 0);
}
