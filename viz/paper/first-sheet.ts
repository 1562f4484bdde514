/** The first sheet: the answer in words with its futures, and the queue with difference and verdicts, as high as there is room. */
import { breakEvenSentences } from '../../scenarios/words/breakeven.ts';
import { hingesUnknown } from '../../scenarios/words/hinge.ts';
import type { Verdict } from '../../scenarios/words/verdict.ts';
import { otherSums, verdictSentences } from '../../scenarios/words/verdict.ts';
import { dots } from '../charts/answer/dots.ts';
import { overTime } from '../charts/queues/over-time.ts';
import { plotHeight } from '../charts/queues/queues.ts';
import { escaped } from '../charts/svg.ts';
import { atOnce, headlineNow, isHeldBack, leansFirst, orderedVerdicts, parted } from '../page/answer-words.ts';
import { text } from '../report/html.ts';
import { say } from '../words/words.ts';
import type { Printed } from './asked.ts';
import { chartOptions } from './asked.ts';
import type { Block } from './block.ts';
import { abreast, chart, nothing, paragraph, picture, rich, stack } from './block.ts';
import { paper, scale } from './measures.ts';
import { firstLine, roomLeft, sheet } from './sheet.ts';

/** Between two verdicts. */
const gutter = 24;
const verdictWidth = Math.floor((paper.width - (atOnce - 1) * gutter) / atOnce);

/** The queue is drawn no lower, and no higher, than so many pixels of the drawing. */
const plots = { least: 150, beside: 200, most: 390, alone: 540 } as const;

/**
 * @param beside what is put on this sheet, too, where that leaves the queue high enough
 * @param isAsked it has less room on the next one
 */
export function firstSheet(printed: Printed, beside: Block, isAsked: boolean): { html: string; hasBeside: boolean } {
  const { result, lang, runs, notices } = printed;
  const { findings } = result;
  const verdicts = isHeldBack(runs) ? [] : orderedVerdicts(findings).slice(0, atOnce);
  const { width } = paper;
  const head = [
    paragraph(headlineNow(findings, lang, runs), { face: 'headline', width, as: 'h1' }),
    ...notices.map((notice) => paragraph(notice, { width, above: 3 })),
  ];
  const futures =
    verdicts.length === 0
      ? nothing
      : stack([
          abreast(
            verdicts.map((verdict) => ({ block: verdictBlock(printed, verdict), width: verdictWidth })),
            gutter,
          ),
          paragraph(say(lang, 'dot_key'), { width, class: 'aside', above: 8 }),
        ]);
  const lines = isHeldBack(runs)
    ? []
    : [
        ...leansFirst(findings, lang, verdicts),
        ...breakEvenSentences(findings, lang).slice(0, 1),
        ...otherSums(findings, lang),
        ...hingesUnknown(findings, lang),
      ].map((line) => paragraph(line, { width, class: 'aside', above: 3 }));
  const plain = queue(printed, plotHeight(false));
  const above = (count: number) => [firstLine(printed), stack(head), stack([futures, ...lines.slice(0, count)])];
  /** How high the plot may be beside other blocks. */
  const plotBeside = (blocks: readonly Block[]) =>
    Math.floor(plotHeight(false) + (roomLeft(blocks) - plain.height) / scale);
  let count = lines.length;
  while (count > 0 && plotBeside(above(count)) < plots.least) count--;
  const own = above(count);
  // alone without difference and verdicts, the queue may be higher
  const most = findings.base === null ? plots.alone : plots.most;
  const hasBeside = plotBeside([...own, beside]) >= (isAsked ? plots.beside : most);
  const others = hasBeside ? [...own, beside] : own;
  const chosen = queue(printed, Math.max(plots.least, Math.min(most, plotBeside(others))));
  return { html: sheet([...own, chosen, hasBeside ? beside : nothing]), hasBeside };
}

function queue(printed: Printed, plot: number): Block {
  const { view, runs, result } = printed;
  const { queue: which, singles } = view;
  const options = { ...chartOptions(printed, paper.width), queue: which, singles, runs: runs.runs, plot };
  return chart(overTime(result, options), paper.width);
}

function verdictBlock(printed: Printed, verdict: Verdict): Block {
  const { result, lang } = printed;
  const { scenario, measure } = verdict;
  const options = { ...chartOptions(printed, verdictWidth), scenario: scenario.name, measure: measure.name };
  const [first = ''] = verdictSentences(result.findings, verdict, lang);
  const [strong, plain] = parted(first);
  return stack([
    picture(dots(result, options)),
    rich(first, [text('strong', strong), escaped(plain)], { face: 'body', width: verdictWidth, above: 4 }),
  ]);
}
