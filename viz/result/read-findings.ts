/** What may be said of a result: estimates, paired differences, hinges, break-even. */
import { knownOf } from '../../scenarios/experiment/candidates.ts';
import { catalogue, mattersOf } from '../../scenarios/experiment/catalogue.ts';
import type {
  BreakEvenReason,
  BreakEvenRow,
  ComparisonRow,
  EstimateRow,
  Fates,
  HingeRow,
  VerdictCode,
} from '../../scenarios/experiment/findings.ts';
import { orZero } from '../../scenarios/experiment/statistics/difference.ts';
import { dots } from '../../scenarios/experiment/statistics/dots.ts';
import { tQuantile } from '../../scenarios/experiment/statistics/student.ts';
import { verdict } from '../../scenarios/experiment/statistics/verdict.ts';
import type { ScenarioFacts } from '../../scenarios/resolve/compose.ts';
import { reasonWords, verdictWords } from '../../scenarios/results/files.ts';
import { verify } from './counted.ts';
import type { Watch } from './csv.ts';
import { readRows } from './csv.ts';
import type { ResultFiles } from './result-files.ts';
import type { RunFile } from './run-file.ts';

const cellColumns = ['period', 'municipality', 'group', 'measure'] as const;
const cellKey = (period: string, municipality: string, group: string, measure: string) =>
  `${period}\n${municipality}\n${group}\n${measure}`;

export async function readEstimates(files: ResultFiles, run: RunFile): Promise<EstimateRow[]> {
  const file = 'estimates.csv';
  const names = run.scenarios.map(({ name }) => name);
  const made: EstimateRow[] = [];
  const columns = ['scenario', ...cellColumns, 'mean', 'sd', 'ci_low', 'ci_high', 'n', 'unit'];
  const rows = await readRows(files, file, columns, (row) => {
    made.push({
      scenario: row.oneOf(0, names),
      period: row.text(1),
      municipality: row.text(2),
      group: row.text(3),
      measure: row.text(4),
      mean: row.numberOrNull(5),
      sd: row.numberOrNull(6),
      ciLow: row.numberOrNull(7),
      ciHigh: row.numberOrNull(8),
      n: row.number(9),
      unit: row.text(10),
    });
    return undefined;
  });
  verify(run, file, rows);
  return made;
}

/** Every measure in every future: scenario → cell → a value a future, NaN where it is undefined. */
type Values = Map<string, Map<string, Float64Array>>;

async function readSummary(files: ResultFiles, run: RunFile, watch: Watch): Promise<Values> {
  const file = 'summary.csv';
  const names = run.scenarios.map(({ name }) => name);
  const values: Values = new Map(names.map((name) => [name, new Map()]));
  const last = new Map<string, number>(names.map((name) => [name, 0]));
  const columns = ['scenario', 'replication', ...cellColumns, 'value'];
  const rows = await readRows(
    files,
    file,
    columns,
    (row) => {
      const scenario = row.oneOf(0, names);
      const replication = row.whole(1, 1, run.replications);
      last.set(scenario, replication);
      const own = values.get(scenario) as Map<string, Float64Array>;
      const key = cellKey(row.text(2), row.text(3), row.text(4), row.text(5));
      let cell = own.get(key);
      if (!cell) {
        cell = new Float64Array(run.replications).fill(Number.NaN);
        own.set(key, cell);
      }
      cell[replication - 1] = row.numberOrNull(6) ?? Number.NaN;
      return undefined;
    },
    watch,
  );
  verify(run, file, rows, last);
  return values;
}

/** Future by future, as `statistics/difference.ts` and `bootstrapMedian.ts` take them: 0 where either is undefined. */
function differencesOf(base: Float64Array, scenario: Float64Array): Float64Array {
  return base.map((from, i) =>
    Number.isNaN(from) || Number.isNaN(scenario[i]) ? 0 : orZero(scenario[i] - from, from),
  );
}

const codes = new Map(Object.entries(verdictWords).map(([code, words]) => [words as string, code as VerdictCode]));

/** The rows of comparison.csv, with what sentences need beside it. */
export async function readComparisons(
  files: ResultFiles,
  run: RunFile,
  estimates: readonly EstimateRow[],
  watch: Watch,
): Promise<ComparisonRow[]> {
  if (run.base === null) return [];
  const base = run.base;
  const values = await readSummary(files, run, watch);
  const measures = catalogue().byName;
  const means = new Map(
    estimates.map((row) => [
      `${row.scenario}\n${cellKey(row.period, row.municipality, row.group, row.measure)}`,
      row.mean,
    ]),
  );
  const medians = new Map(
    (run.answer?.medians ?? []).map((one) => [
      `${one.scenario}\n${cellKey(one.period, one.municipality, 'all', one.measure)}`,
      one,
    ]),
  );
  const others = run.scenarios.map(({ name }) => name).filter((name) => name !== base);
  const file = 'comparison.csv';
  const made: ComparisonRow[] = [];
  const columns = [
    'base',
    'scenario',
    ...cellColumns,
    'mean_difference',
    'sd',
    'ci_low',
    'ci_high',
    'n',
    'share_better',
    'verdict',
    'unit',
  ];
  const rows = await readRows(files, file, columns, (row) => {
    const scenario = row.oneOf(1, others);
    const [period, municipality, group, measure] = [row.text(2), row.text(3), row.text(4), row.text(5)];
    const key = cellKey(period, municipality, group, measure);
    const own = measures.get(measure);
    const mean = row.numberOrNull(6);
    const sd = row.numberOrNull(7);
    const n = row.number(10);
    const code = row.oneOf(12, ['', ...codes.keys()]);
    const median = medians.get(`${scenario}\n${key}`);
    const half = mean === null || sd === null || n < 2 ? null : (tQuantile(0.995, n - 1) * sd) / Math.sqrt(n);
    const [ci99Low, ci99High] =
      own?.kind === 'median'
        ? [median?.ci99_low ?? null, median?.ci99_high ?? null]
        : [half === null ? null : (mean as number) - half, half === null ? null : (mean as number) + half];
    const [from, to] = [values.get(base)?.get(key), values.get(scenario)?.get(key)];
    const futures = mean === null || !from || !to ? null : dots(differencesOf(from, to), mean);
    const baseMean = means.get(`${base}\n${key}`) ?? null;
    const matters = baseMean === null || !own ? null : mattersOf(own, baseMean);
    const said =
      futures === null || matters === null
        ? null
        : verdict({ meanDifference: mean, low99: ci99Low, high99: ci99High, k: futures.k, matters, n });
    made.push({
      base: row.oneOf(0, [base]),
      scenario,
      period,
      municipality,
      group,
      measure,
      meanDifference: mean,
      sd,
      ciLow: row.numberOrNull(8),
      ciHigh: row.numberOrNull(9),
      n,
      shareBetter: row.numberOrNull(11),
      verdict: codes.get(code) ?? null,
      unit: row.text(13),
      ci99Low,
      ci99High,
      k: futures?.k ?? null,
      dots20: futures && period === 'all' && group === 'all' ? futures.dots : null,
      runsToSettle: code === '' ? null : (said?.runsToSettle ?? null),
      baseMean,
      scenarioMean: means.get(`${scenario}\n${key}`) ?? null,
      matters,
    });
    return undefined;
  });
  verify(run, file, rows);
  return made;
}

export async function readHinges(
  files: ResultFiles,
  run: RunFile,
  scenarios: readonly ScenarioFacts[],
): Promise<HingeRow[]> {
  if (run.base === null) return [];
  const file = 'hinges.csv';
  const names = run.scenarios.map(({ name }) => name);
  const made: HingeRow[] = [];
  const columns = [
    'base',
    'scenario',
    'period',
    'municipality',
    'measure',
    'path',
    'share',
    'turns_at',
    'value',
    'low',
    'high',
  ];
  const rows = await readRows(files, file, columns, (row) => {
    const [base, scenario] = [row.oneOf(0, names), row.oneOf(1, names)];
    const [path, whose = ''] = row.text(5).split('@');
    const pair = [base, scenario].flatMap((name) => scenarios.find((one) => one.name === name) ?? []);
    made.push({
      base,
      scenario,
      period: row.text(2),
      municipality: row.text(3),
      measure: row.text(4),
      path,
      whose,
      share: row.number(6),
      turnsAt: row.numberOrNull(7),
      value: row.numberOrNull(8),
      low: row.number(9),
      high: row.number(10),
      ...knownOf(pair, path, whose),
      binary: run.answer?.traits[made.length] ?? null,
    });
    return undefined;
  });
  verify(run, file, rows);
  return made;
}

const reasons = new Map(Object.entries(reasonWords).map(([code, words]) => [words as string, code as BreakEvenReason]));

export async function readBreakEven(files: ResultFiles, run: RunFile): Promise<BreakEvenRow[]> {
  if (run.base === null) return [];
  const file = 'breakeven.csv';
  const names = run.scenarios.map(({ name }) => name);
  const made: BreakEvenRow[] = [];
  const columns = [
    'base',
    'low',
    'high',
    'period',
    'municipality',
    'measure',
    'low_value',
    'high_value',
    'breakeven',
    'ci_low',
    'ci_high',
    'reason',
  ];
  const rows = await readRows(files, file, columns, (row) => {
    made.push({
      base: row.oneOf(0, names),
      low: row.oneOf(1, names),
      high: row.oneOf(2, names),
      period: row.text(3),
      municipality: row.text(4),
      measure: row.text(5),
      lowValue: row.number(6),
      highValue: row.number(7),
      breakeven: row.numberOrNull(8),
      ciLow: row.numberOrNull(9),
      ciHigh: row.numberOrNull(10),
      reason: reasons.get(row.oneOf(11, ['', ...reasons.keys()])) ?? '',
      shareOfGrant: run.answer?.shares_of_grant[made.length] ?? null,
    });
    return undefined;
  });
  verify(run, file, rows);
  return made;
}

export function fatesOf({ answer }: RunFile): Fates | null {
  if (!answer?.fates) return null;
  const { differences, ...fates } = answer.fates;
  return {
    ...fates,
    differences: differences.map(({ ci_low, ci_high, ...row }) => ({ ...row, ciLow: ci_low, ciHigh: ci_high })),
  };
}
