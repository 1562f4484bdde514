/** A result as a page that needs no script: the answer in words, its charts and its tables, and the same on paper. */
import { askedSentences, reachSentences } from '../../scenarios/words/asked.ts';
import { bothWays, breakEvenSentences } from '../../scenarios/words/breakeven.ts';
import { headline } from '../../scenarios/words/headline.ts';
import { hingesUnknown } from '../../scenarios/words/hinge.ts';
import { chainTable, yearTables } from '../../scenarios/words/tables.ts';
import type { Verdict } from '../../scenarios/words/verdict.ts';
import { headlineVerdicts, otherSums, verdictSentences } from '../../scenarios/words/verdict.ts';
import { letters, scenarioLabel } from '../../scenarios/words/voice.ts';
import type { Label, Language } from '../../scenarios/words/words.ts';
import { word } from '../../scenarios/words/words.ts';
import { differencesTable, limits } from '../charts/answer/differences.ts';
import { dots } from '../charts/answer/dots.ts';
import type { ChartOptions, Drawing } from '../charts/chart.ts';
import { chain } from '../charts/money/chain.ts';
import { cost } from '../charts/money/cost.ts';
import { money } from '../charts/money/money.ts';
import { staff } from '../charts/money/staff.ts';
import { pathway } from '../charts/pathway/pathway.ts';
import { beside } from '../charts/queues/beside.ts';
import { overTime } from '../charts/queues/over-time.ts';
import { fairness } from '../charts/waits/fairness.ts';
import { waits } from '../charts/waits/waits.ts';
import { commandOf } from '../page/answer-text.ts';
import { firstView, settled } from '../page/state.ts';
import { version } from '../page/version.ts';
import { paperOf } from '../paper/paper.ts';
import type { Result } from '../result/result.ts';
import { say } from '../words/words.ts';
import { table, tag, text } from './html.ts';

/** Width of the charts. */
const width = 760;

/** @param notices what the files do not say */
export function still(result: Result, lang: Language, notices: readonly Label[]): string {
  const view = settled({ ...firstView, lang }, result);
  const { day, municipality, scenario } = view;
  const options: ChartOptions = { lang, width, focus: scenario, day, municipality, narrow: false };
  const { findings } = result;
  const charts = [overTime, beside, pathway, waits, staff, money, chain, cost, fairness];
  const main = tag(
    'main',
    { class: 'still', lang },
    text('p', say(lang, 'report_still'), { class: 'aside' }),
    text('h1', headline(findings, lang)),
    notices.map((notice) => text('p', notice[lang], { class: 'aside' })),
    answer(result, options),
    charts.map((chart) => figure(chart(result, options))),
    tables(result, lang),
    assumptions(result, lang),
    text('h2', word(lang, 'head_asked')),
    [...askedSentences(findings, lang), ...reachSentences(findings, lang)].map((sentence) => text('p', sentence)),
    text('p', say(lang, 'text_again', { version, seed: String(findings.seed) })),
    tag('p', {}, text('code', commandOf(findings))),
  );
  const { replications } = findings;
  const sheets = paperOf({
    result,
    lang,
    view,
    runs: { runs: replications, of: replications },
    notices: notices.map((notice) => notice[lang]),
    link: null,
  });
  return `${main}${sheets}`;
}

function answer(result: Result, options: ChartOptions): string[] {
  const { findings } = result;
  const { lang } = options;
  if (findings.base === null) return [];
  const { verdicts } = headlineVerdicts(findings);
  const ways = bothWays(findings, lang);
  return [
    ...breakEvenSentences(findings, lang).map((sentence) => text('p', sentence)),
    ...[...otherSums(findings, lang), ...hingesUnknown(findings, lang)].map((sentence) => text('p', sentence)),
    tag(
      'div',
      { class: 'verdicts' },
      verdicts.map((verdict) => verdictOf(result, verdict, options)),
    ),
    ways === null
      ? ''
      : table(
          ['', ...ways.columns],
          ways.rows.map(({ label, cells }) => [label, ...cells]),
          word(lang, 'both_ways'),
        ),
  ];
}

function verdictOf(result: Result, verdict: Verdict, options: ChartOptions): string {
  const { findings } = result;
  const { lang } = options;
  const { scenario, measure } = verdict;
  const letter = letters(findings).get(scenario.name) ?? '';
  const [first, ...others] = verdictSentences(findings, verdict, lang);
  const drawn = dots(result, { ...options, width: 300, scenario: scenario.name, measure: measure.name });
  return tag(
    'section',
    {},
    text('h3', `${letter}  ${scenarioLabel(scenario, lang)}`),
    picture(drawn),
    tag('p', {}, text('strong', first ?? '')),
    others.map((sentence) => text('p', sentence)),
  );
}

/** A chart with its title, how to read it, and what it says; its table beneath. */
function figure(drawing: Drawing): string {
  const { title, reading, readout, table: data } = drawing;
  return tag(
    'figure',
    {},
    tag('div', { class: 'whole' }, text('h2', title), text('p', reading, { class: 'aside' }), picture(drawing)),
    text('figcaption', readout),
    data.rows.length > 0 && table(data.head, data.rows, title),
  );
}

/** An image with what it says as its name. */
function picture({ svg, readout, title }: Drawing): string {
  const name = text('title', readout || title);
  return svg.replace(/^<svg\b([^>]*)>/, (_, attributes: string) => `<svg role="img"${attributes}>${name}`);
}

/** Which settings differ, what the model cannot say. What the answers lean on stands with each of them. */
function assumptions(result: Result, lang: Language): string[] {
  const { head, rows } = differencesTable(result, lang);
  return [
    text('h2', say(lang, 'assumptions_title')),
    rows.length > 0 ? table(head, rows, say(lang, 'differences_title')) : '',
    text('h3', say(lang, 'limits_title')),
    tag(
      'ul',
      {},
      limits(lang).map((limit) => text('li', limit)),
    ),
  ];
}

function tables({ findings }: Result, lang: Language): string[] {
  const chain = chainTable(findings, lang);
  return [
    ...yearTables(findings, lang).map(({ title, head, rows }) => table(head, rows, title)),
    table(chain.head, chain.rows, word(lang, 'head_chain')),
  ];
}
