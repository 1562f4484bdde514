/** What the answer rests on, in two columns of text as high as there is room; what has none is counted. */
import { askedSentences } from '../../scenarios/words/asked.ts';
import { list, number } from '../../scenarios/words/format.ts';
import { uncapital } from '../../scenarios/words/hinge.ts';
import { letters } from '../../scenarios/words/voice.ts';
import { word } from '../../scenarios/words/words.ts';
import { differences, leaningsTable, limits } from '../charts/answer/differences.ts';
import { escaped } from '../charts/svg.ts';
import { commandOf } from '../page/answer-text.ts';
import { atOnce, orderedVerdicts } from '../page/answer-words.ts';
import { version } from '../page/version.ts';
import { tag, text } from '../report/html.ts';
import type { SayKey } from '../words/words.ts';
import { say } from '../words/words.ts';
import type { Printed } from './asked.ts';
import type { Block } from './block.ts';
import { abreast, heading, nothing, paragraph, rich, stack } from './block.ts';
import { paper } from './measures.ts';

const gutter = 24;
const width = Math.floor((paper.width - gutter) / 2);
const above = 3;

/** Paragraphs under one title; as many as have room are printed. */
interface Group {
  title: Block;
  items: Block[];
  /** How many more there are, in words. */
  more: SayKey;
  /** So many are printed before anything of a later group is. */
  first: number;
}

/**
 * @param height of all that is left of the sheet, `again` excepted, which stands under it
 * @param left titles of charts that have no room
 */
export function assumptionBlock(printed: Printed, height: number, again: Block, left: readonly string[]): Block {
  const groups = groupsOf(printed);
  const rest = (counts: readonly number[]) => restBlock(printed, groups, counts, left);
  let counts = groups.map(() => 0);
  const isRoomFor = (tried: readonly number[]) => columnsOf(groups, tried).height + rest(tried).height + gap <= height;
  for (const at of orderOf(groups)) {
    const tried = counts.map((count, group) => (group === at ? count + 1 : count));
    if (isRoomFor(tried)) counts = tried;
  }
  return stack([columnsOf(groups, counts), stack([rest(counts), again])], gap);
}

/** Between the columns and what stands under them. */
const gap = 8;

/** Which group's next paragraph comes: the first ones of each, then the others. */
function orderOf(groups: readonly Group[]): number[] {
  const times = (at: number, count: number) => Array<number>(Math.max(0, count)).fill(at);
  return [
    ...groups.flatMap(({ first }, at) => times(at, first)),
    ...groups.flatMap(({ first, items }, at) => times(at, items.length - first)),
  ].filter((at) => groups[at].items.length > 0);
}

function groupsOf({ result, lang }: Printed): Group[] {
  const named = [...letters(result.findings).values()];
  // numbers first: the policies that set them are named at the head of the sheet, too
  const rows = differences(result, lang).sort((a, b) => Number(a.path === '') - Number(b.path === ''));
  const settings = rows.map(({ label, values, unit, source, confidence, isAssumed }) => {
    const each = named.map((letter, at) => `${letter}\u00a0${values[at]}`).join(', ');
    return item(`${label}${unit === '' ? '' : ` (${unit})`}: ${each}.`, [source, sure(confidence, isAssumed)]);
  });
  const leanings = leaningsTable(result, lang).rows.map(([letter, label, answers, range, value, source, sureness]) => {
    const setting = uncapital(label);
    const each = answers.split('; ').map(uncapital).join('; ');
    const at = value === word(lang, 'value_drawn') ? value : say(lang, 'paper_set_at', { value });
    return item(say(lang, 'paper_leaning', { letter, setting, answers: each, range, value: at }), [source, sureness]);
  });
  const title = (key: SayKey) => heading(say(lang, key), width);
  return [
    { title: title('differences_title'), items: settings, more: 'paper_more_settings', first: 3 },
    {
      title: stack([
        title('leanings_title'),
        paragraph(say(lang, 'paper_leanings_reading'), { width, class: 'aside' }),
      ]),
      items: leanings,
      more: 'paper_more_leanings',
      first: 1,
    },
    {
      title: title('limits_title'),
      items: limits(lang).map((limit) => paragraph(limit, { width, above })),
      more: 'paper_more_limits',
      first: 1,
    },
  ];
}

const sure = (confidence: string, isAssumed: boolean) => (isAssumed ? `◇ ${confidence}` : confidence);

/** What is said, and in grey where it is from and how sure it is. */
function item(said: string, grey: readonly string[]): Block {
  const from = grey.filter((one) => one !== '').join('; ');
  return rich(`${said} ${from}`, [escaped(`${said} `), text('span', from, { class: 'aside' })], { width, above });
}

/** Titles and their paragraphs in two columns, the second as even with the first as may be. */
function columnsOf(groups: readonly Group[], counts: readonly number[]): Block {
  const all = groups.flatMap(({ title, items }, at) => {
    const shown = items.slice(0, counts[at]);
    // a title stays with its first paragraph
    return shown
      .map((one, index) => (index === 0 ? stack([title, one]) : one))
      .map((one, index) => ({ one, isNew: index === 0 }));
  });
  if (all.length === 0) return nothing;
  const column = (part: typeof all) => stack(part.map(({ one, isNew }, at) => (isNew && at > 0 ? raised(one) : one)));
  const splits = all.map((_, at) => [column(all.slice(0, at + 1)), column(all.slice(at + 1))]);
  const [left, right] = splits.reduce((best, one) => (highest(one) < highest(best) ? one : best));
  return abreast(
    [
      { block: left, width },
      { block: right, width },
    ],
    gutter,
  );
}

const highest = (columns: readonly Block[]) => Math.max(...columns.map(({ height }) => height));

/** With white space above. */
const raised = ({ html, height }: Block): Block => ({
  html: tag('div', { style: 'margin-top:10px' }, html),
  height: height + 10,
});

/** What has no room here, counted. */
function restBlock(
  { result, lang }: Printed,
  groups: readonly Group[],
  counts: readonly number[],
  charts: readonly string[],
): Block {
  const verdicts = orderedVerdicts(result.findings).length - atOnce;
  const items = [
    ...charts.map(uncapital),
    ...groups.flatMap(({ items: all, more }, at) => {
      const left = all.length - counts[at];
      return left > 0 ? [say(lang, more, { n: number(lang, left) })] : [];
    }),
    ...(verdicts > 0
      ? [say(lang, verdicts === 1 ? 'more_verdict' : 'more_verdicts', { n: number(lang, verdicts) })]
      : []),
  ];
  if (items.length === 0) return nothing;
  return paragraph(say(lang, 'paper_not_here', { items: list(items, word(lang, 'and')) }), {
    width: paper.width,
    class: 'aside',
  });
}

/** A link of more characters is not typed by anybody. */
const longestLink = 400;

/** What was asked, and how to get it again. */
export function againBlock({ result, lang, link }: Printed): Block {
  const { findings } = result;
  const [asked = ''] = askedSentences(findings, lang);
  const again = say(lang, 'text_again', { version, seed: String(findings.seed) });
  const command = commandOf(findings);
  const whole = { width: paper.width, above };
  // signs of a typewriter are wider than those of the text
  const asWide = command + command.slice(0, Math.ceil(command.length / 5));
  return stack([
    paragraph(asked, whole),
    rich(`${again} ${asWide}`, [escaped(`${again} `), text('code', command)], whole),
    link === null
      ? nothing
      : link.length > longestLink
        ? paragraph(say(lang, 'paper_long_link', { n: number(lang, link.length) }), whole)
        : paragraph(link, { ...whole, face: 'code' }),
  ]);
}
