/** The answer in words: headline, three verdicts at once with their futures, the rest below, and what it leans on. */
import { fewestForHinges } from '../../../scenarios/experiment/statistics/fewest.ts';
import { askedSentences, reachSentences } from '../../../scenarios/words/asked.ts';
import { bothWays, breakEvenSentences } from '../../../scenarios/words/breakeven.ts';
import { list, number } from '../../../scenarios/words/format.ts';
import { headline } from '../../../scenarios/words/headline.ts';
import { hingesUnknown } from '../../../scenarios/words/hinge.ts';
import { mostVerdicts, otherSums, verdictSentences } from '../../../scenarios/words/verdict.ts';
import { capital } from '../../../scenarios/words/voice.ts';
import { word } from '../../../scenarios/words/words.ts';
import { dots } from '../../charts/answer/dots.ts';
import { say } from '../../words/words.ts';
import { atOnce, headlineNow, isHeldBack, leansFirst, orderedVerdicts, overline, parted } from '../answer-words.ts';
import type { App } from '../app.ts';
import { fill, h } from '../dom.ts';
import { frame } from '../frame.ts';
import { announce } from '../live-region.ts';
import { placeLabel } from '../places.ts';
import { restartButton } from '../restart-button.ts';
import { tableElement } from '../table.ts';

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
    const isHeld = isHeldBack(app.status);
    fill(over, h('span', { class: 'over-place' }, `${placeLabel(findings, lang)} · `), overline(findings, lang));
    title.textContent = headlineNow(findings, lang, status);
    reading.textContent = status.reading ?? (status.stale && status.problem === null ? say(lang, 'stale') : '');
    const restart = restartButton(app);
    fill(
      problem,
      status.problem !== null && [
        status.problem[lang],
        h('br', {}),
        say(lang, 'from_before'),
        restart && [' ', restart],
      ],
    );
    fill(refused, status.refused?.[lang]);
    for (const slot of slots) slot.update();
    const shown = isHeld ? [] : orderedVerdicts(app.result.findings);
    key.hidden = shown.length === 0;
    rest.hidden = shown.length <= atOnce;
    fill(
      notes,
      app.notices.map((notice) => h('p', { class: 'aside' }, notice[lang])),
      isHeld
        ? null
        : [...leansFirst(findings, lang, shown), ...otherSums(findings, lang), ...hingesUnknown(findings, lang)].map(
            (text) => h('p', { class: 'aside' }, text),
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

function answerSaid({ result, lang }: App): string {
  const { findings } = result;
  const n = number(lang, findings.replications);
  return say(lang, 'answer_ready', { n, answer: headline(findings, lang) });
}

/** The place of one verdict: its picture stays when the answer changes, so that dots move. */
function verdictSlot(app: App, at: number): { element: HTMLElement; update: () => void } {
  const { lang } = app;
  const verdict = () => orderedVerdicts(app.result.findings)[at];
  const picture = frame(app, {
    id: `futures-${at + 1}`,
    level: null,
    dated: false,
    bare: true,
    most: 330,
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
    const its = isHeldBack(app.status) ? undefined : verdict();
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
