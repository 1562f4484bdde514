/** The one list of cases: `npm run verify` runs all of it, the tests all but what is slow. */
import { addressCases } from './addresses.ts';
import type { Case } from './case.ts';
import { gridCases } from './grids.ts';
import { lawCases } from './laws.ts';
import { samplerCases } from './samplers.ts';
import { statisticsCases } from './statistics.ts';
import { textbookCases } from './textbook.ts';
import { twinCases } from './twin/cases.ts';

/** Made anew at each call, since cases of one system share its runs. */
export function allCases(): Case[] {
  return [
    ...textbookCases(),
    ...gridCases(),
    ...lawCases(),
    ...samplerCases(),
    ...addressCases(),
    ...statisticsCases(),
    ...twinCases(),
  ];
}
