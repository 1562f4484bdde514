/** The answer in words: headline, three verdicts at once with their futures, the rest below, and what it leans on. */
import { fewestForHinges } from '../../../scenarios/experiment/statistics/fewest.ts';
import { askedSentences, reachSentences } from '../../../scenarios/words/asked.ts';
import { bothWays, breakEvenSentences } from '../../../scenarios/words/breakeven.ts';
import { list, number } from '../../../scenarios/words/format.ts';
import { headline } from '../../../scenarios/words/headline.ts';
import { hingeSentences, hingesUnknown, uncapital } from '../../../scenarios/words/hinge.ts';
import type { Verdict } from '../../../scenarios/words/verdict.ts';
import { headlineVerdicts, mostVerdicts, otherSums, verdictSentences } from '../../../scenarios/words/verdict.ts';
import { capital, letters } from '../../../scenarios/words/voice.ts';
import { word } from '../../../scenarios/words/words.ts';
import { dots } from '../../charts/answer/dots.ts';
import { fewestForVerdicts } from '../../charts/queues/time-options.ts';
import { say } from '../../words/words.ts';
import type { App } from '../app.ts';
import { fill, h } from '../dom.ts';
import { frame } from '../frame.ts';
import { announce } from '../live-region.ts';
import { placeLabel } from '../places.ts';
import { restartButton } from '../restart-button.ts';
import { tableElement } from '../table.ts';

/** Verdicts that are shown without asking for more. */
const atOnce = 3;

export function answerSection(app: App): HTMLElement {
  const over = h('p', { class: 'over' });
  const title = h('h1', { id: 'headline' });
  const problem = h('p', { class: 'problem', role: 'alert' });
  const refused = h('p', { class: 'problem', role: 'alert', id: 'refused' });
  const reading = h('p', { class: 'aside', role: 'status' });
  const notes = h('div', {});
  const slots = Array.from({ length: mostVerdicts }, (_, at) => verdictSlot(app, at));
  const key = h('p', { class: 'key' }, say(app.lang, 'dot_key'));
  const summary = h('summary', {});
  const funding = h('div', {});
  const asked = h('div', {});
  const rest = h(
    'div',
    { class: 'verdicts' },
    slots.slice(atOnce).map(({ element }) => element),
  );
  const more = h('details', { class: 'more', id: 'answer-more' }, summary, funding, rest, asked);
  const render = () => {
    const { result, lang, status } = app;
    const { findings } = result;
    const isHeld = isHeldBack(app);
    fill(over, h('span', { class: 'over-place' }, `${placeLabel(findings, lang)} · `), overline(app));
    title.textContent = isHeld
      ? say(lang, 'held_back', { done: status.runs, of: status.of })
      : headline(findings, lang);
    reading.textContent = status.reading ?? (status.stale && status.problem === null ? say(lang, 'stale') : '');
    fill(
      problem,
      status.problem !== null && [status.problem[lang], h('br', {}), say(lang, 'from_before'), ' ', restartButton(app)],
    );
    fill(refused, status.refused?.[lang]);
    for (const slot of slots) slot.update();
    const shown = isHeld ? [] : orderedVerdicts(app);
    key.hidden = shown.length === 0;
    rest.hidden = shown.length <= atOnce;
    fill(
      notes,
      app.notices.map((notice) => h('p', { class: 'aside' }, notice[lang])),
      isHeld
        ? null
        : [...leansFirst(app, shown), ...otherSums(findings, lang), ...hingesUnknown(findings, lang)].map((text) =>
            h('p', { class: 'aside' }, text),
          ),
    );
    const left = Math.max(0, shown.length - atOnce);
    const breakEven = breakEvenSentences(findings, lang);
    const parts = [
      breakEven.length > 0 && say(lang, 'more_break_even'),
      left > 0 && say(lang, left === 1 ? 'more_verdict' : 'more_verdicts', { n: number(lang, left) }),
      say(lang, 'more_asked'),
    ].filter((part) => part !== false);
    summary.textContent = capital(list(parts, word(lang, 'and')));
    fill(
      funding,
      isHeld || breakEven.length === 0
        ? null
        : [
            h('h2', { class: 'small-title' }, say(lang, 'break_even')),
            breakEven.map((text, at) => h('p', at === 0 ? { class: 'lead' } : {}, text)),
            bothWaysTable(app),
          ],
    );
    fill(
      asked,
      h('h2', { class: 'small-title' }, say(lang, 'asked_title')),
      [...askedSentences(findings, lang), ...reachSentences(findings, lang)].map((text) => h('p', {}, text)),
    );
  };
  let said = app.question;
  app.listen((topics) => {
    if (topics.has('result') || topics.has('status')) render();
    // said once for a question, when all futures are in: not for every better answer on the way
    if (!topics.has('result') || app.status.runs < app.status.of || app.answered === said) return;
    said = app.answered;
    announce(answerSaid(app));
  });
  render();
  return h(
    'section',
    { id: 'answer', class: 'answer', 'aria-labelledby': 'headline' },
    over,
    title,
    reading,
    problem,
    refused,
    h(
      'div',
      { class: 'verdicts' },
      slots.slice(0, atOnce).map(({ element }) => element),
    ),
    key,
    notes,
    more,
  );
}

function isHeldBack({ status }: App): boolean {
  return status.runs < status.of && status.runs < fewestForVerdicts;
}

function answerSaid({ result, lang }: App): string {
  const { findings } = result;
  const n = number(lang, findings.replications);
  return say(lang, 'answer_ready', { n, answer: headline(findings, lang) });
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

/** What an answer that is shown leans on most: the value at which it would turn, where there is one. */
function leansFirst({ result, lang }: App, shown: readonly Verdict[]): string[] {
  const { findings } = result;
  const hinged = shown.slice(0, atOnce).flatMap((verdict) => {
    const { scenario, measure } = verdict;
    const rows = findings.hinges.filter(
      (hinge) => hinge.scenario === scenario.name && hinge.measure === measure.name && hinge.period === 'all',
    );
    const [sentence] = hingeSentences(findings, verdict, lang);
    return rows.length === 0 ? [] : [{ verdict, sentence, turns: rows[0].turnsAt !== null }];
  });
  const first = hinged.find(({ turns }) => turns) ?? hinged[0];
  if (!first) return [];
  const { scenario, measure } = first.verdict;
  const letter = letters(findings).get(scenario.name) ?? scenario.name;
  return [say(lang, 'leans_first', { letter, measure: uncapital(measure.label[lang]), sentence: first.sentence })];
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

const orderedVerdicts = ({ result }: App) => byDepth(headlineVerdicts(result.findings).verdicts);

/** The place of one verdict: its picture stays when the answer changes, so that dots move. */
function verdictSlot(app: App, at: number): { element: HTMLElement; update: () => void } {
  const { lang } = app;
  const verdict = () => orderedVerdicts(app)[at];
  const picture = frame(app, {
    id: `futures-${at + 1}`,
    level: null,
    dated: false,
    bare: true,
    most: 330,
    abreast: 3,
    draw: (options) => {
      const its = verdict();
      return its ? dots(app.result, { ...options, scenario: its.scenario.name, measure: its.measure.name }) : null;
    },
  });
  const sentence = h('p', { class: 'sentence' });
  const beside = h('div', {});
  const more = h('details', {}, h('summary', {}, say(lang, 'leans_on')), beside);
  const element = h('article', { class: 'verdict' }, picture.element, sentence, more);
  const update = () => {
    const its = isHeldBack(app) ? undefined : verdict();
    element.hidden = its === undefined;
    if (!its) return;
    const [first, ...others] = verdictSentences(app.result.findings, its, lang);
    const [strong, plain] = parted(first);
    fill(sentence, h('strong', {}, strong), plain);
    more.hidden = others.length === 0;
    fill(
      beside,
      others.map((text) => h('p', {}, text)),
    );
  };
  return { element, update };
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
    tableElement(
      { head: ['', ...table.columns], rows: table.rows.map(({ label, cells }) => [label, ...cells]) },
      { labelledBy: 'both-ways' },
    ),
    h('p', { class: 'aside' }, say(lang, 'both_ways_reading', { needed: fewestForHinges })),
  );
}
