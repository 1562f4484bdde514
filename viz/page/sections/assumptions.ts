/** Assumptions and sources: what differs from A, what the answers lean on, what the model cannot say, how to get it again. */
import { askedSentences, reachSentences } from '../../../scenarios/words/asked.ts';
import { driftSentences } from '../../../scenarios/words/drift.ts';
import type { Language } from '../../../scenarios/words/words.ts';
import { differencesTable, leaningsTable, limits } from '../../charts/answer/differences.ts';
import type { DrawingTable } from '../../charts/chart.ts';
import { say } from '../../words/words.ts';
import { commandOf } from '../answer-text.ts';
import type { App } from '../app.ts';
import { fill, h } from '../dom.ts';
import { tableElement } from '../table.ts';
import { version } from '../version.ts';

function limitList(lang: Language): HTMLElement[] {
  return [
    h('h3', { class: 'chart-title level-3' }, say(lang, 'limits_title')),
    h(
      'ul',
      { class: 'bullets' },
      limits(lang).map((text) => h('li', {}, text)),
    ),
  ];
}

export function assumptionSection(app: App): HTMLElement {
  const { lang } = app;
  const tables = h('div', {});
  const again = h('div', {});
  const render = () => {
    const { result } = app;
    const { findings } = result;
    fill(
      tables,
      titledTable(
        'differences',
        say(lang, 'differences_title'),
        say(lang, 'differences_reading'),
        differencesTable(result, lang),
        say(lang, 'differences_none'),
      ),
      titledTable(
        'leanings',
        say(lang, 'leanings_title'),
        say(lang, 'leanings_reading'),
        leaningsTable(result, lang),
        say(lang, 'leanings_none'),
      ),
    );
    fill(
      again,
      h('h3', { class: 'chart-title level-3' }, say(lang, 'again_title')),
      [...askedSentences(findings, lang), ...reachSentences(findings, lang), ...driftSentences(findings, lang)].map(
        (text) => h('p', {}, text),
      ),
      h(
        'p',
        {},
        say(lang, 'text_again', { version, seed: String(findings.seed) }),
        ' ',
        h('code', {}, commandOf(findings)),
      ),
    );
  };
  app.listen((topics) => {
    if (topics.has('result')) render();
  });
  render();
  return h(
    'section',
    { id: 'assumptions', class: 'assumptions', 'aria-labelledby': 'assumptions-title' },
    h('h2', { id: 'assumptions-title', class: 'chart-title level-2' }, say(lang, 'assumptions_title')),
    tables,
    h(
      'div',
      { class: 'columns' },
      h(
        'div',
        { id: 'about', class: 'prose' },
        h('h3', { class: 'chart-title level-3' }, say(lang, 'about_title')),
        [say(lang, 'about_what'), say(lang, 'about_how'), say(lang, 'about_private')].map((text) => h('p', {}, text)),
        limitList(lang),
      ),
      h('div', { class: 'prose' }, again),
    ),
  );
}

function titledTable(id: string, title: string, reading: string, table: DrawingTable, none: string): HTMLElement {
  return h(
    'div',
    { class: 'titled-table' },
    h('h3', { id: `${id}-title`, class: 'chart-title level-3' }, title),
    table.rows.length === 0
      ? h('p', { class: 'reading' }, none)
      : [
          h('p', { class: 'reading' }, reading),
          h(
            'div',
            { class: 'wide-table', tabindex: 0, role: 'region', 'aria-labelledby': `${id}-title` },
            tableElement(table, { labelledBy: `${id}-title` }),
          ),
        ],
  );
}
