/** The third sheet: staff and money, the municipalities side by side, and what the answer rests on. */
import { chain } from '../charts/money/chain.ts';
import { cost } from '../charts/money/cost.ts';
import { money } from '../charts/money/money.ts';
import { staff } from '../charts/money/staff.ts';
import { whoIsWho } from '../charts/scenarios.ts';
import { fairness } from '../charts/waits/fairness.ts';
import { townsOf } from '../charts/waits/town-waits.ts';
import { say } from '../words/words.ts';
import type { Printed } from './asked.ts';
import { chartOptions } from './asked.ts';
import { againBlock, assumptionBlock } from './assumptions.ts';
import type { Block } from './block.ts';
import { abreast, chart, figures, heading, nothing, paragraph, stack } from './block.ts';
import { gaps, paper, scale } from './measures.ts';
import { keyLine, roomLeft, sheet } from './sheet.ts';

const gutter = 24;
const costWidth = 236;
/** The picture of cost against queue is as high as what stands beside it asks, within these pixels of the drawing. */
const plots = { least: 120, most: 250 } as const;
/** Kept for what the answer rests on, as long as there is another choice. */
const leastText = 60;

export function staffBlock(printed: Printed): Block {
  return chart(staff(printed.result, chartOptions(printed, paper.width)), paper.width);
}

/** @param before what stands first */
export function lastSheet(printed: Printed, before: readonly Block[]): string {
  const again = againBlock(printed);
  const first = [keyLine(printed, 3), ...before];
  const towns = townsBlock(printed);
  const links = chain(printed.result, chartOptions(printed, paper.width)).title;
  // from all that can be shown to what must be
  const choices: Choice[] =
    printed.result.findings.base === null
      ? [{ blocks: [aloneRow(printed), towns], left: [] }]
      : [
          { blocks: [moneyRow(printed, true), towns], left: [] },
          { blocks: [moneyRow(printed, false), towns], left: [links] },
          { blocks: [moneyRow(printed, false)], left: [links, say(printed.lang, 'fairness_title')] },
        ];
  const room = ({ blocks }: Choice) => roomLeft([...first, ...blocks, again]);
  const chosen = choices.find((one) => room(one) >= leastText) ?? choices[choices.length - 1];
  return sheet([...first, ...chosen.blocks, assumptionBlock(printed, room(chosen), again, chosen.left)]);
}

/** What may stand on the sheet, and the titles of what then does not. */
interface Choice {
  blocks: Block[];
  left: string[];
}

/** What one scenario alone spends and gets for it. */
function aloneRow(printed: Printed): Block {
  const { result } = printed;
  const width = Math.floor((paper.width - gutter) / 2);
  const options = chartOptions(printed, width);
  return abreast(
    [
      { block: chart(money(result, { ...options, narrow: true }), width), width },
      { block: chart(chain(result, options), width), width },
    ],
    gutter,
  );
}

/** What came of the money, pictured, and beside it who paid and the links between, in figures. */
function moneyRow(printed: Printed, hasChain: boolean): Block {
  const { result } = printed;
  const width = paper.width - costWidth - gutter;
  const right = stack([paidFigures(printed, width), hasChain ? chainFigures(printed, width) : nothing], gaps.least);
  const left = (plot: number) => chart(cost(result, { ...chartOptions(printed, costWidth), plot }), costWidth);
  return abreast(
    [
      { block: stretched(left, right.height), width: costWidth },
      { block: right, width },
    ],
    gutter,
  );
}

/** A block with a picture in it that is made as high as asked, where it can be. */
function stretched(made: (plot: number) => Block, height: number): Block {
  const free = Math.floor((height - made(plots.least).height) / scale);
  return made(Math.min(plots.most, plots.least + Math.max(0, free)));
}

/** The base's level and the differences from it, as a table has them. */
function chainFigures(printed: Printed, width: number): Block {
  const { title, table } = chain(printed.result, chartOptions(printed, width));
  return titled(printed, title, figures(lettersOf(printed), table.rows, width), width);
}

function paidFigures(printed: Printed, width: number): Block {
  const { result, lang } = printed;
  const { title, table } = money(result, chartOptions(printed, width));
  const named = lettersOf(printed);
  // amounts of all scenarios come first, then the differences
  const rows = table.rows.map(([payer, level, ...others]) => [payer, level, ...others.slice(named.length - 2)]);
  const unit = say(lang, 'paper_paid_unit', { price: result.findings.scenarios[0].priceYear });
  return titled(printed, title, figures(named, rows, width), width, unit);
}

const lettersOf = ({ result, lang }: Printed) => ['', ...whoIsWho(result, lang).map(({ letter }) => letter)];

function titled({ result, lang }: Printed, title: string, body: Block, width: number, unit = ''): Block {
  const { findings } = result;
  const A = whoIsWho(result, lang)[0].letter;
  const reading = `${unit} ${say(lang, 'paper_figures', { years: findings.years, A })}`.trim();
  return stack([heading(title, width), paragraph(reading, { width, class: 'aside' }), body]);
}

function townsBlock(printed: Printed): Block {
  const { result, lang } = printed;
  if (townsOf(result, lang).length < 2) return nothing;
  return chart(fairness(result, chartOptions(printed, paper.width)), paper.width);
}
