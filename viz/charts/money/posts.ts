/** Counselling posts of a municipality or of all of them: paid, staffed and vacant, by who pays. */
import { fundingLines } from '../../../model/record.ts';
import type { CapacityLine, Result } from '../../result/result.ts';
import { capacityOf } from '../scenarios.ts';

/** The office that decides about services has posts too; nobody is followed up by them. */
export const officeLine = 'office';

export interface Posts {
  /** A value a day of `Result.days`; together over all lines but the office's. */
  funded: number[];
  staffed: number[];
  /** Of the staffed ones, those that the municipality pays by itself. */
  byMunicipality: number[];
  lines: CapacityLine[];
}

/** @param municipality a number, or `provider` for all municipalities of the place */
export function postsOf(result: Result, scenario: string, municipality: string): Posts | null {
  const all = capacityOf(result, scenario, municipality === 'provider' ? 'all' : municipality);
  const lines = all
    .filter(({ resource }) => resource === 'counsellor_posts')
    .sort((a, b) => place(a.funding) - place(b.funding));
  const counselling = lines.filter(({ funding }) => funding !== officeLine);
  if (counselling.length === 0) return null;
  const together = (of: CapacityLine[], what: 'funded' | 'staffed') =>
    result.days.map((_, at) => of.reduce((sum, line) => sum + line[what][at], 0));
  const own = counselling.filter(({ funding }) => funding === 'own' || funding === 'kept');
  return {
    funded: together(counselling, 'funded'),
    staffed: together(counselling, 'staffed'),
    byMunicipality: together(own, 'staffed'),
    lines,
  };
}

const place = (funding: string) => (fundingLines as readonly string[]).indexOf(funding);
