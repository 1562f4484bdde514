/** Who paid: for each payer a bar a scenario, all on one scale. */
import { max, scaleLinear } from 'd3';
import { number, signed, undefinedSign } from '../../../scenarios/words/format.ts';
import { uncapital } from '../../../scenarios/words/hinge.ts';
import type { Language } from '../../../scenarios/words/words.ts';
import type { Result } from '../../result/result.ts';
import { say } from '../../words/words.ts';
import type { ChartOptions, Drawing } from '../chart.ts';
import { emptyDrawing } from '../empty.ts';
import { textWidth, wrapped } from '../measure-text.ts';
import { root } from '../root.ts';
import type { Who } from '../scenarios.ts';
import { whoIsWho } from '../scenarios.ts';
import type { Svg } from '../svg.ts';
import { el, label } from '../svg.ts';
import { colour, type } from '../theme.ts';
import type { Paid, Payer } from './payers.ts';
import { halfOfDifference, paidBy, paidMore, payers } from './payers.ts';

/** A scenario and what is paid in it; `more` than in the base, where there is one. */
interface Row {
  who: Who;
  paid: Paid;
  more: Paid | null;
  /** Half of the 95 % interval of `more`, payer by payer, where one measure gives it. */
  halves: Record<Payer, number | null>;
}

const rowHeight = 20;
const lineHeight = 18;
const digits = 2;
/** A payer whose share of the whole is smaller in every scenario has no bars, but is named. */
const drawnFrom = 0.01;

export function money(result: Result, options: ChartOptions): Drawing {
  const { lang, width, narrow, municipality } = options;
  const title = say(lang, 'money_title');
  const rows = whoIsWho(result, lang).flatMap((who): Row[] => {
    const paid = paidBy(result, who.name, municipality);
    if (!paid) return [];
    const cell = { scenario: who.name, municipality };
    const halves = Object.fromEntries(payers.map((payer) => [payer, halfOfDifference(result, payer, cell)]));
    return [{ who, paid, more: paidMore(result, who.name, municipality), halves: halves as Row['halves'] }];
  });
  if (rows.length === 0) return emptyDrawing(title, say(lang, 'money_nothing'), width);
  const most = max(rows, ({ paid }) => paid.together) || 1;
  const shown = payers.filter((payer) => rows.some(({ paid }) => Math.abs(paid.amounts[payer]) >= drawnFrom * most));
  const widest = Math.max(...rows.map(({ paid }) => textWidth(text(lang, paid.together), type.small)));
  const figures = Math.max(narrow ? 142 : 160, 100 + widest);
  const x0 = 20;
  const scale = scaleLinear([0, most], [x0, width - figures]);

  const base = rows.find(({ who }) => who.isBase);
  const heads = base && [
    rightHead(say(lang, 'money_difference', { A: base.who.letter }), width),
    !narrow && rightHead(say(lang, 'money_amount'), valueX(width)),
  ];
  let y = heads ? 14 : 0;
  const groups = [...shown, 'together' as const].map((payer) => {
    const lines = wrapped(say(lang, payerWord[payer]), width, type.note, 600);
    const head = lines.map((line, at) =>
      label(line, { x: 0, y: y + 15 + at * lineHeight, 'font-size': type.note, 'font-weight': 600 }),
    );
    y += lines.length * lineHeight + 6;
    const bars = rows.map((row) => {
      const bar = barOf(row, payer, { x0, scale, y, width, options });
      y += rowHeight;
      return bar;
    });
    y += 14;
    return [head, bars];
  });
  const notes = notesOf(result, rows, shown, lang).flatMap((words) => wrapped(words, width, type.small));
  const note = notes.map((line, at) => label(line, { x: 0, y: y + 8 + at * lineHeight, fill: colour('tertiary') }));
  const height = y - 10 + (notes.length === 0 ? 0 : notes.length * lineHeight + 8);
  const { findings } = result;
  return {
    title,
    reading: say(lang, 'money_reading', {
      price: findings.scenarios[0].priceYear,
      years: findings.years,
      n: number(lang, findings.replications),
    }),
    svg: root(width, height, 1, heads, groups, note),
    width,
    height,
    table: tableOf(rows, lang),
    csv: [
      ['scenario', 'municipality', 'payer', 'nok_a_year', 'difference'],
      ...rows.flatMap(({ who, paid, more }) =>
        payers.map((payer) => [who.name, municipality, payer, paid.amounts[payer], more?.amounts[payer] ?? null]),
      ),
    ],
    readout: readoutOf(rows, options),
  };
}

const payerWord = {
  municipality: 'money_municipality',
  blocked: 'money_blocked',
  state_service: 'money_state_service',
  state_elsewhere: 'money_state_elsewhere',
  health_trust: 'money_health_trust',
  together: 'money_together',
} as const;

const amountOf = ({ amounts, together }: Paid, payer: Payer | 'together') =>
  payer === 'together' ? together : amounts[payer];

const text = (lang: Language, nok: number) => number(lang, nok / 1e6, digits);

interface Bar {
  x0: number;
  scale: (nok: number) => number;
  y: number;
  width: number;
  options: ChartOptions;
}

const valueX = (width: number) => width - 92;

const rightHead = (words: string, x: number) =>
  label(words, { x, y: 12, 'text-anchor': 'end', fill: colour('tertiary') });

function notesOf(result: Result, rows: readonly Row[], shown: readonly Payer[], lang: Language): string[] {
  const hasFramework = rows.some(({ who }) =>
    result.findings.scenarios.some(({ name, mechanisms }) => name === who.name && mechanisms?.funding === 'framework'),
  );
  return [smallSentence(rows, shown, lang), hasFramework ? say(lang, 'money_vacant') : ''].filter(
    (words) => words !== '',
  );
}

/** Who paid too little to be seen, and how much. */
function smallSentence(rows: readonly Row[], shown: readonly Payer[], lang: Language): string {
  const small = payers.filter((payer) => !shown.includes(payer) && rows.some(({ paid }) => paid.amounts[payer] !== 0));
  if (small.length === 0) return '';
  const items = small.map((payer) => {
    const amounts = rows.map(({ who, paid }) => `${who.letter}\u00a0${text(lang, paid.amounts[payer])}`);
    return `${uncapital(say(lang, payerWord[payer]))}, ${amounts.join(', ')}`;
  });
  return say(lang, 'money_small', { items: items.join('; ') });
}

/** `+0.19 ±0.05`. */
function differenceOf({ more, halves }: Row, payer: Payer | 'together', lang: Language): string {
  if (more === null) return undefinedSign;
  const nok = amountOf(more, payer);
  const half = payer === 'together' ? null : halves[payer];
  if (nok === 0 && (half ?? 0) === 0) return '0';
  const d = signed(lang, nok / 1e6, digits);
  return half === null ? d : `${d} ±${text(lang, half)}`;
}

/** Letter, bar, and to the right what it comes to and the difference from the base. */
function barOf(row: Row, payer: Payer | 'together', { x0, scale, y, width, options }: Bar): Svg {
  const { lang, focus } = options;
  const { who, paid, more } = row;
  const nok = amountOf(paid, payer);
  const baseline = y + 14;
  const [from, to] = [Math.min(x0, scale(nok)), Math.max(x0, scale(nok))];
  return el(
    'g',
    { 'data-scenario': who.name, 'data-key': `${payer}-${who.letter}` },
    label(who.letter, { x: 0, y: baseline, fill: who.style.text, 'font-weight': who.name === focus ? 700 : 600 }),
    nok !== 0 &&
      el('rect', {
        x: from,
        y: y + 3,
        width: Math.max(1, to - from),
        height: rowHeight - 7,
        fill: who.style.line,
        'fill-opacity': payer === 'together' ? 0.45 : 1,
      }),
    label(text(lang, nok), { x: valueX(width), y: baseline, 'text-anchor': 'end' }),
    more !== null &&
      label(differenceOf(row, payer, lang), {
        x: width,
        y: baseline,
        'text-anchor': 'end',
        fill: colour('secondary'),
      }),
  );
}

function tableOf(rows: readonly Row[], lang: Language): Drawing['table'] {
  const base = rows.find(({ who }) => who.isBase);
  const others = rows.filter(({ more }) => more !== null);
  return {
    head: [
      say(lang, 'money_amount'),
      ...rows.map(({ who }) => who.letter),
      ...others.map(({ who }) => `${who.letter} ${say(lang, 'money_difference', { A: base?.who.letter ?? '' })}`),
    ],
    rows: [...payers, 'together' as const].map((payer) => [
      say(lang, payerWord[payer]),
      ...rows.map(({ paid }) => text(lang, amountOf(paid, payer))),
      ...others.map((row) => differenceOf(row, payer, lang)),
    ]),
  };
}

function readoutOf(rows: readonly Row[], { lang, focus }: ChartOptions): string {
  const row = rows.find(({ who }) => who.name === focus) ?? rows[0];
  const items = [...payers, 'together' as const]
    .filter((payer) => amountOf(row.paid, payer) !== 0)
    .map((payer) => `${uncapital(say(lang, payerWord[payer]))} ${text(lang, amountOf(row.paid, payer))}`);
  return say(lang, 'money_readout', { letter: row.who.letter, items: items.join('; ') });
}
