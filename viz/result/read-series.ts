/** What runs over time in a result's files: bands, single futures, capacity. */
import { fundingLines } from '../../model/record.ts';
import type { Every } from '../../scenarios/experiment/findings.ts';
import { verify } from './counted.ts';
import type { Row, Watch } from './csv.ts';
import { readRows } from './csv.ts';
import type { Band, CapacityLine, Kind, Single } from './result.ts';
import { ResultError } from './result-error.ts';
import type { ResultFiles } from './result-files.ts';
import type { RunFile } from './run-file.ts';

/** Futures that are shown one by one. */
const mostSingles = 20;
/** Of queues.csv so much is read at most: the first futures stand first. */
const mostOfQueues = 500e6;
const kinds: readonly Kind[] = ['position', 'waiting', 'holding'];
const quantiles = ['mean', 'p05', 'p25', 'p50', 'p75', 'p95'] as const;

/** Levels and differences, and the days that all of them have. */
export async function readBands(
  files: ResultFiles,
  run: RunFile,
  watch: Watch,
): Promise<{ bands: Band[]; days: number[] }> {
  const file = 'bands.csv';
  const names = run.scenarios.map(({ name }) => name);
  const bases = ['', ...(run.base === null ? [] : [run.base])];
  const made = new Map<string, Band>();
  const days: number[] = [];
  const columns = ['scenario', 'base', 'day', 'municipality', 'kind', 'queue', ...quantiles];
  const rows = await readRows(
    files,
    file,
    columns,
    (row) => {
      const [scenario, base] = [row.oneOf(0, names), row.oneOf(1, bases)];
      const [municipality, kind, queue] = [row.text(3), row.oneOf(4, kinds), row.text(5)];
      const key = [scenario, base, municipality, kind, queue].join('\n');
      let band = made.get(key);
      if (!band) {
        const empty = { mean: [], p05: [], p25: [], p50: [], p75: [], p95: [] };
        band = { scenario, base, municipality, kind, queue, ...empty };
        made.set(key, band);
      }
      const at = band.mean.length;
      const day = row.number(2);
      if (at === days.length && (at === 0 || day > days[at - 1])) days.push(day);
      if (days[at] !== day) {
        throw new ResultError('files_order', { file, line: row.line, column: 'day' }, { found: day });
      }
      quantiles.forEach((name, i) => {
        band[name].push(row.number(6 + i));
      });
      return undefined;
    },
    watch,
  );
  verify(run, file, rows);
  const bands = [...made.values()];
  const short = bands.find(({ mean }) => mean.length < days.length);
  if (short || days.length === 0) {
    throw new ResultError('files_rows', { file }, { found: rows, expected: Math.max(1, made.size * days.length) });
  }
  return { bands, days };
}

/** Which month a date of queues.csv and capacity.csv stands for. */
export class Months {
  /** Day since the switch → index in `Result.days`. */
  private readonly of = new Map<number, number>();
  readonly count: number;

  constructor(days: readonly number[], every: Every) {
    this.count = days.length;
    // weeks are counted from the switch: a month has the week that has begun, the first of all the first there is
    const week = (day: number, index: number) => (index === 0 ? Math.ceil(day / 7) : Math.floor(day / 7)) * 7;
    for (const [index, day] of days.entries()) this.of.set(every === 'week' ? week(day, index) : day, index);
  }

  at(day: number): number | undefined {
    return this.of.get(day);
  }
}

/** Months of which the files say nothing have the last value that is known; before the first, that one. */
function held(values: number[], isKnown: (month: number) => boolean): void {
  let last = values.find((_, month) => isKnown(month)) ?? Number.NaN;
  for (let month = 0; month < values.length; month++) {
    if (isKnown(month)) last = values[month];
    else values[month] = last;
  }
}

/**
 * The first futures of the towns in focus and of the whole place. The file has one future after another, so that reading
 * ends with the last one that is shown.
 */
export async function readSingles(
  files: ResultFiles,
  run: RunFile,
  months: Months,
  watch: Watch,
): Promise<{ singles: Single[]; futures: number }> {
  const file = 'queues.csv';
  const names = run.scenarios.map(({ name }) => name);
  const shown = new Set([...run.focus, 'provider']);
  const size = files.size(file);
  const futures = Math.min(
    mostSingles,
    run.replications,
    size === null || size === 0 ? mostSingles : Math.floor((mostOfQueues / size) * run.replications),
  );
  if (futures === 0) return { singles: [], futures };
  const made = new Map<string, Map<string, Single>>(names.map((name) => [name, new Map()]));
  const dates = new Set<number>();
  const columns = ['scenario', 'replication', 'day', 'municipality', 'kind', 'queue', 'length'];
  const take = (row: Row) => {
    const replication = row.whole(1, 1, run.replications);
    if (replication > futures) return 'enough';
    const scenario = row.oneOf(0, names);
    const municipality = row.text(3);
    if (row.text(4) !== 'waiting' || !shown.has(municipality)) return undefined;
    const month = months.at(row.number(2));
    if (month === undefined) return undefined;
    dates.add(month);
    const key = `${replication}\n${municipality}\n${row.text(5)}`;
    const own = made.get(scenario) as Map<string, Single>;
    let single = own.get(key);
    if (!single) {
      const lengths = new Array<number>(months.count).fill(Number.NaN);
      single = { scenario, replication, municipality, queue: row.text(5), lengths };
      own.set(key, single);
    }
    single.lengths[month] = row.number(6);
    return undefined;
  };
  const rows = await readRows(files, file, columns, take, watch);
  if (futures === run.replications) verify(run, file, rows);
  const singles = [...made.values()].flatMap((own) => [...own.values()]);
  const known = ({ lengths }: Single) => lengths.reduce((n, length) => n + (Number.isNaN(length) ? 0 : 1), 0);
  const each = (made.get(names[0])?.size ?? 0) / futures;
  const whole = singles.every((single) => known(single) === dates.size);
  if (!whole || each === 0 || singles.length !== each * futures * names.length || !Number.isInteger(each)) {
    throw new ResultError('files_gap', { file }, { expected: futures * names.length });
  }
  for (const { lengths } of singles) held(lengths, (month) => dates.has(month));
  return { singles, futures };
}

const resources = ['counsellor_posts', 'detox_beds', 'stay_beds'] as const;

/** Means over futures. Rows in which all is 0 are not in the file. */
export async function readCapacity(
  files: ResultFiles,
  run: RunFile,
  months: Months,
  watch: Watch,
): Promise<CapacityLine[]> {
  const file = 'capacity.csv';
  const names = run.scenarios.map(({ name }) => name);
  const fundings = ['', ...fundingLines] as const;
  const made = new Map<string, CapacityLine>();
  const dates = new Set<number>();
  const ends = new Map<string, number>(names.map((name) => [name, 0]));
  const columns = [
    'scenario',
    'replication',
    'day',
    'municipality',
    'resource',
    'funding',
    'funded',
    'staffed',
    'in_use',
  ];
  const rows = await readRows(
    files,
    file,
    columns,
    (row) => {
      const scenario = row.oneOf(0, names);
      ends.set(scenario, row.whole(1, 1, run.replications));
      const month = months.at(row.number(2));
      if (month === undefined) return undefined;
      dates.add(month);
      const [municipality, resource, funding] = [row.text(3), row.oneOf(4, resources), row.oneOf(5, fundings)];
      const key = `${scenario}\n${municipality}\n${resource}\n${funding}`;
      let line = made.get(key);
      if (!line) {
        const zeros = () => new Array<number>(months.count).fill(0);
        line = {
          scenario,
          municipality,
          resource,
          funding,
          funded: zeros(),
          staffed: zeros(),
          inUse: zeros(),
        };
        made.set(key, line);
      }
      line.funded[month] += row.number(6);
      line.staffed[month] += row.number(7);
      line.inUse[month] += row.number(8);
      return undefined;
    },
    watch,
  );
  verify(run, file, rows, ends);
  const places = [...run.municipalities, 'all', 'provider'];
  const rank = ({ scenario, municipality, resource, funding }: CapacityLine) =>
    ((names.indexOf(scenario) * (places.length + 1) + places.indexOf(municipality)) * resources.length +
      resources.indexOf(resource)) *
      fundings.length +
    fundings.indexOf(funding as (typeof fundings)[number]);
  for (const line of made.values()) {
    for (const values of [line.funded, line.staffed, line.inUse]) {
      for (let i = 0; i < values.length; i++) values[i] /= run.replications;
      held(values, (month) => dates.has(month));
    }
  }
  return [...made.values()].sort((a, b) => rank(a) - rank(b));
}
