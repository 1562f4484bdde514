/** What can be said of each calendar year, and years that say the same joined into one cell. */
import type { Measure } from '../../../scenarios/experiment/catalogue.ts';
import type { ComparisonRow, VerdictCode } from '../../../scenarios/experiment/findings.ts';
import { direction } from '../../../scenarios/words/voice.ts';
import { type Language, word } from '../../../scenarios/words/words.ts';
import type { Result } from '../../result/result.ts';
import { say } from '../../words/words.ts';
import { differenceAt } from '../numbers-of.ts';
import type { Who } from '../scenarios.ts';

/** `missing`: too few persons or futures for any verdict. */
export type CellCode = VerdictCode | 'missing';

export interface YearVerdict {
  year: number;
  code: CellCode;
  /** −1 fewer, 1 more; 0 where the verdict names no side. */
  sign: -1 | 0 | 1;
  row: ComparisonRow | undefined;
}

/** A scenario's verdicts. */
export interface VerdictRow {
  who: Who;
  verdicts: YearVerdict[];
}

export interface Cell extends Pick<YearVerdict, 'code' | 'sign'> {
  /** First and last year, both included. */
  from: number;
  to: number;
}

const sided: readonly CellCode[] = ['clearly', 'probably', 'on_average'];

/** The verdicts of a scenario in all calendar years after the switch. */
export function yearVerdicts(result: Result, scenario: string, measure: Measure, municipality: string): YearVerdict[] {
  const { findings } = result;
  return Array.from({ length: findings.years }, (_, i) => {
    const year = findings.switchYear + i;
    const row = differenceAt(findings, { scenario, measure: measure.name, municipality, period: String(year) });
    const code = row?.verdict ?? 'missing';
    const sign = sided.includes(code) && row?.meanDifference ? (row.meanDifference < 0 ? -1 : 1) : 0;
    return { year, code, sign, row };
  });
}

/** Years running with the same verdict as one cell. */
export function joined(verdicts: readonly YearVerdict[]): Cell[] {
  const cells: Cell[] = [];
  for (const { year, code, sign } of verdicts) {
    const last = cells[cells.length - 1];
    if (last && last.code === code && last.sign === sign) last.to = year;
    else cells.push({ code, sign, from: year, to: year });
  }
  return cells;
}

/** A verdict in words: `probably fewer`, `cannot tell`. */
export function verdictWords(lang: Language, measure: Measure, { code, sign }: Pick<Cell, 'code' | 'sign'>): string {
  if (code === 'missing') return say(lang, 'time_ribbon_missing');
  return sign === 0 ? word(lang, code) : `${word(lang, code)} ${direction(lang, measure, sign)}`;
}
