/** The answer in words: headline, three verdicts at once with their futures, the rest below, and what it leans on. */
import { fewestForHinges } from '../../../scenarios/experiment/statistics/hinges.ts';
import { askedSentences, reachSentences } from '../../../scenarios/words/asked.ts';
import { bothWays, breakEvenSentences } from '../../../scenarios/words/breakeven.ts';
import { number } from '../../../scenarios/words/format.ts';
import { headline } from '../../../scenarios/words/headline.ts';
import { hingesUnknown } from '../../../scenarios/words/hinge.ts';
import type { Verdict } from '../../../scenarios/words/verdict.ts';
import { headlineVerdicts, otherSums, verdictSentences } from '../../../scenarios/words/verdict.ts';
import { letters } from '../../../scenarios/words/voice.ts';
import { word } from '../../../scenarios/words/words.ts';
import { say } from '../../words/words.ts';
import type { App } from '../app.ts';
import { fill, h } from '../dom.ts';
import { futures } from './futures.ts';

/** Verdicts are held back until so many futures are done. */
export const fewestForVerdicts = 60;

export function answerSection(app: App): HTMLElement {
  const section = h('section', { id: 'answer', class: 'answer', 'aria-labelledby': 'headline' });
  const render = () => fill(section, ...content(app));
  app.listen((topics) => {
    if (topics.has('result') || topics.has('status')) render();
  });
  render();
  return section;
}

function content(app: App) {
  const { result, lang, status } = app;
  const { findings } = result;
  const isHeld = status.runs < status.of && status.runs < fewestForVerdicts;
  const { verdicts } = headlineVerdicts(findings);
  const ordered = byDepth(verdicts);
  const shown = ordered.slice(0, 3);
  const rest = ordered.slice(3);
  const [first, ...more] = breakEvenSentences(findings, lang);
  const unknown = [...otherSums(findings, lang), ...hingesUnknown(findings, lang)];
  return [
    h('p', { class: 'over' }, overline(app)),
    h(
      'h1',
      { id: 'headline' },
      isHeld ? say(lang, 'held_back', { done: status.runs, of: status.of }) : headline(findings, lang),
    ),
    status.problem !== null && h('p', { class: 'problem', role: 'alert' }, status.problem),
    !isHeld &&
      h(
        'div',
        { class: 'verdicts' },
        shown.map((verdict, at) => verdictColumn(app, verdict, `verdict-${at}`)),
      ),
    !isHeld && shown.length > 0 && h('p', { class: 'key' }, say(lang, 'dot_key')),
    unknown.map((text) => h('p', { class: 'aside' }, text)),
    !isHeld && (rest.length > 0 || first !== undefined)
      ? h(
          'details',
          { class: 'more', id: 'answer-more' },
          h('summary', {}, say(lang, 'answer_more', { n: number(lang, rest.length) })),
          first !== undefined &&
            h(
              'div',
              { class: 'break-even' },
              h('h2', { class: 'small-title' }, say(lang, 'break_even')),
              [first, ...more].map((text, at) => h('p', at === 0 ? { class: 'lead' } : {}, text)),
            ),
          bothWaysTable(app),
          h(
            'div',
            { class: 'verdicts' },
            rest.map((verdict, at) => verdictColumn(app, verdict, `verdict-${at + 3}`)),
          ),
          h('h2', { class: 'small-title' }, word(lang, 'head_asked')),
          [...askedSentences(findings, lang), ...reachSentences(findings, lang)].map((text) => h('p', {}, text)),
        )
      : null,
  ];
}

function overline({ result, lang }: App): string {
  const { findings } = result;
  const names = [...letters(findings).values()];
  const [A, ...others] = names;
  if (others.length === 0) return say(lang, 'over_one', { n: number(lang, findings.replications) });
  return say(lang, 'over', {
    others: others.join(', '),
    A,
    n: number(lang, findings.replications),
    from: findings.switchYear,
    to: findings.switchYear + findings.years - 1,
  });
}

/** Each alternative's first verdict, then each one's second: as the choice itself goes. */
function byDepth(verdicts: readonly Verdict[]): Verdict[] {
  const depths = new Map<string, number>();
  return verdicts
    .map((verdict) => {
      const depth = depths.get(verdict.scenario.name) ?? 0;
      depths.set(verdict.scenario.name, depth + 1);
      return { verdict, depth };
    })
    .sort((a, b) => a.depth - b.depth)
    .map(({ verdict }) => verdict);
}

function verdictColumn(app: App, verdict: Verdict, id: string): HTMLElement {
  const { result, lang } = app;
  const [sentence, ...others] = verdictSentences(result.findings, verdict, lang);
  const [strong, plain] = parted(sentence);
  return h(
    'article',
    { class: 'verdict', id, 'data-scenario': verdict.scenario.name },
    futures(app, verdict, id),
    h('p', { class: 'sentence' }, h('strong', {}, strong), plain),
    others.length > 0 &&
      h(
        'details',
        {},
        h('summary', {}, say(lang, 'leans_on')),
        others.map((text) => h('p', {}, text)),
      ),
  );
}

/** The finding itself, and what says how much. */
function parted(sentence: string): [string, string] {
  const at = sentence.search(/(,? (with|med|between|mellom|for|about|om) [A-D]\b)|[,;]/);
  return at < 0 ? [sentence, ''] : [sentence.slice(0, at), sentence.slice(at)];
}

function bothWaysTable({ result, lang }: App): HTMLElement | null {
  const table = bothWays(result.findings, lang);
  if (!table) return null;
  return h(
    'div',
    { class: 'both-ways' },
    h('h2', { class: 'small-title', id: 'both-ways' }, word(lang, 'both_ways')),
    h(
      'table',
      { 'aria-labelledby': 'both-ways' },
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          h('td', {}),
          table.columns.map((name) => h('th', { scope: 'col' }, name)),
        ),
      ),
      h(
        'tbody',
        {},
        table.rows.map(({ label, cells }) =>
          h(
            'tr',
            {},
            h('th', { scope: 'row' }, label),
            cells.map((cell) => h('td', {}, cell)),
          ),
        ),
      ),
    ),
    h('p', { class: 'aside' }, say(lang, 'both_ways_reading', { needed: fewestForHinges })),
  );
}
