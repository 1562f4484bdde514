/** The second sheet: what stands beside the queue, the pathway on the date, and how long people wait. */

import { pathway } from '../charts/pathway/pathway.ts';
import type { Still } from '../charts/pathway/still.ts';
import { beside } from '../charts/queues/beside.ts';
import { waits } from '../charts/waits/waits.ts';
import type { Printed } from './asked.ts';
import { chartOptions } from './asked.ts';
import type { Block } from './block.ts';
import { chart } from './block.ts';
import { paper } from './measures.ts';
import { fits, keyLine, sheet } from './sheet.ts';

/** From what the pathway says most to what takes least room. */
const stills: readonly Still[] = ['noted', 'plain', 'empty'];

export function besideBlock(printed: Printed): Block {
  const { queue } = printed.view;
  return chart(beside(printed.result, { ...chartOptions(printed, paper.width), queue }), paper.width);
}

/** Whether all of the sheet has room with everything that the pathway says. */
export const isRoomy = (printed: Printed, before: readonly Block[]): boolean =>
  fits(blocksOf(printed, before, stills[0]));

/**
 * @param before what stands first
 * @param after what is put on this sheet, too, where there is room
 */
export function middleSheet(
  printed: Printed,
  { before, after }: { before: readonly Block[]; after: Block },
): { html: string; hasAfter: boolean } {
  const made = (still: Still) => blocksOf(printed, before, still);
  const blocks = stills.map(made).find(fits) ?? made('empty');
  const hasAfter = fits([...blocks, after]);
  return { html: sheet(hasAfter ? [...blocks, after] : blocks), hasAfter };
}

function blocksOf(printed: Printed, before: readonly Block[], still: Still): Block[] {
  const options = chartOptions(printed, paper.width);
  return [
    keyLine(printed, 2),
    ...before,
    chart(pathway(printed.result, { ...options, still }), paper.width),
    chart(waits(printed.result, options), paper.width),
  ];
}
