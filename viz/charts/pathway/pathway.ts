/** The pathway on a date: rooms, people, free beds, and the ways between the rooms as wide as those who take them. */
import { number } from '../../../scenarios/words/format.ts';
import type { Result } from '../../result/result.ts';
import { say } from '../../words/words.ts';
import type { Drawing } from '../chart.ts';
import { wrapped } from '../measure-text.ts';
import { root } from '../root.ts';
import { el, label } from '../svg.ts';
import { colour, type } from '../theme.ts';
import type { Crowd } from './dots.ts';
import { crowdOf, drawDots } from './dots.ts';
import type { Beds } from './figures.ts';
import { bedsAt, differenceText, drawFigures, drawRooms, personsIn } from './figures.ts';
import { partKey } from './most.ts';
import { rooms } from './rooms.ts';
import { csvOf, tableOf } from './table.ts';
import type { PathwayOptions, View } from './view.ts';
import { viewOf } from './view.ts';
import { drawNarrowWays, drawWays, notDrawn } from './ways.ts';

export type { PathwayOptions } from './view.ts';

/** The picture in two layers, so that a page can run time by changing the upper one only. */
export interface PathwayFrame {
  width: number;
  height: number;
  /** While this stays the same, so does `ground`. */
  groundKey: string;
  /** Rooms and ways: content of a `<g>`. */
  ground: string;
  /** Figures and dots: content of a `<g>`. */
  live: string;
}

const grounds = new WeakMap<View['plan'], string>();

/** @param options `day` may be within a day; with `travelDays` dots are seen on their way */
export function pathwayFrame(result: Result, options: PathwayOptions): PathwayFrame {
  const view = viewOf(result, options);
  const { plan, who, year } = view;
  let ground = grounds.get(plan);
  if (ground === undefined) {
    ground = (plan.isNarrow ? drawNarrowWays(view) : drawWays(view)) + drawRooms(view) + drawNote(view);
    grounds.set(plan, ground);
  }
  const crowd = crowdOf(view);
  const beds = bedsAt(view);
  const live = drawFigures(view, crowd, beds) + (crowd ? drawDots(view, crowd, freeBeds(view, crowd, beds)) : '');
  const { lang, municipality, width } = options;
  return {
    width: plan.width,
    height: heightOf(view),
    groundKey: [who.name, municipality, lang, width, plan.isNarrow, year].join('\n'),
    ground,
    live,
  };
}

export function pathway(result: Result, options: PathwayOptions): Drawing {
  const view = viewOf(result, options);
  const { width, height, ground, live } = pathwayFrame(result, options);
  return {
    title: say(options.lang, 'pathway_title', { date: view.date, letter: view.who.letter }),
    reading: readingOf(view),
    svg: root(width, height, 1, el('g', { class: 'ground' }, ground), el('g', { class: 'live' }, live)),
    width,
    height,
    table: tableOf(view),
    csv: csvOf(view),
    readout: readoutOf(view),
  };
}

/**
 * Free beds of the middle future. Known only where all who may use them are followed and as many beds are open in every
 * future: a mean that is a whole number.
 */
function freeBeds({ options }: View, crowd: Crowd, beds: Beds | null): number {
  if (options.municipality !== 'provider' || beds === null || Math.abs(beds.staffed % 1) > 1e-9) return 0;
  return Math.max(0, beds.staffed - (crowd.parts.get(partKey('tsb', 1))?.length ?? 0));
}

function noteLines(view: View): string[] {
  const n = notDrawn(view);
  if (n === 0 || view.plan.isNarrow) return [];
  const { lang } = view.options;
  return wrapped(say(lang, 'pathway_not_drawn', { n: number(lang, n), year: view.year }), view.plan.width, type.small);
}

function drawNote(view: View): string {
  const { plan } = view;
  return noteLines(view)
    .map((line, at) => label(line, { x: 0, y: plan.height + 20 + at * 18, fill: colour('tertiary') }))
    .join('');
}

const heightOf = (view: View) =>
  Math.ceil(view.plan.height + (noteLines(view).length > 0 ? noteLines(view).length * 18 + 8 : 0));

function readingOf(view: View): string {
  const { options, hasDots, perDot, base, who, whole, result, year } = view;
  const { lang, municipality } = options;
  const n = number(lang, result.findings.replications);
  const sentences: string[] = [];
  if (hasDots) {
    sentences.push(
      perDot === 1 ? say(lang, 'pathway_reading_one') : say(lang, 'pathway_reading_many', { n: number(lang, perDot) }),
    );
    if (municipality === 'provider') {
      const key = perDot === 1 ? 'pathway_reading_rings' : 'pathway_reading_rings_many';
      sentences.push(say(lang, key, { n: number(lang, perDot) }));
    }
  } else {
    const isFollowed = result.middle.moves.length > 0;
    const why = options.still === 'empty' ? 'no_room' : isFollowed ? 'no_dots' : 'no_middle';
    sentences.push(say(lang, `pathway_reading_${why}`, { n }));
  }
  if (whole === null) sentences.push(say(lang, 'pathway_reading_no_links'));
  else sentences.push(say(lang, 'pathway_reading_links', { year, n }));
  if (base && !who.isBase) sentences.push(say(lang, 'pathway_reading_difference', { A: base.letter }));
  return sentences.join(' ');
}

function readoutOf(view: View): string {
  const { lang } = view.options;
  const crowd = crowdOf(view);
  const items = rooms.map(({ id, words }) => {
    const difference = differenceText(view, id);
    const holes = { room: say(lang, words), n: number(lang, personsIn(view, crowd, id)), difference };
    return difference === ''
      ? say(lang, 'pathway_readout_item', holes)
      : say(lang, 'pathway_readout_item_difference', holes);
  });
  return say(lang, 'pathway_readout', { date: view.date, letter: view.who.letter, items: items.join('; ') });
}
