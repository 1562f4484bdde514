/** A result directory: written beside its name, and given it only when whole. */
import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { iso } from '../../model/kernel/calendar.ts';
import { fundingLines, seriesNames } from '../../model/record.ts';
import type { Cell, Measure } from '../experiment/catalogue.ts';
import { cellsOf, readRatio } from '../experiment/catalogue.ts';
import type { Findings } from '../experiment/findings.ts';
import { byPeriod } from '../experiment/layout.ts';
import type { ResultWriter, Setup, Tail } from '../experiment/output.ts';
import type { ReplicationAnswer, RunAnswer } from '../experiment/protocol.ts';
import { RunError } from '../experiment/run-error.ts';
import { medianOfRun, waitRows } from '../experiment/waits.ts';
import type { FileName } from './files.ts';
import { datapackage, files, reasonWords, verdictWords } from './files.ts';
import { runJson, version } from './run-json.ts';
import { numeral, Table, textOf } from './table.ts';

/**
 * Makes ready to write a result.
 * @param force an earlier result in `directory` may be replaced, once the new one is whole
 * @throws RunError (wrong input) when something is there that must not be replaced
 */
export function openResults(directory: string, { force }: { force: boolean }): ResultWriter {
  const path = resolve(directory);
  refuseOccupied(path, directory, force);
  return new DirectoryWriter(path, directory);
}

/** A directory cannot be made inside a file. */
function refuseFileAbove(path: string, asked: string): void {
  let above = dirname(path);
  while (!existsSync(above) && above !== dirname(above)) above = dirname(above);
  if (statSync(above).isDirectory()) return;
  throw new RunError(2, {
    en: `--out ${asked}: ${above} is a file; expected a directory, or nothing yet, at every step of the path`,
    nb: `--out ${asked}: ${above} er en fil; ventet en mappe, eller ingenting ennå, i hvert ledd av stien`,
  });
}

function refuseOccupied(path: string, asked: string, force: boolean): void {
  const found = existsSync(path) ? statSync(path) : null;
  if (!found) {
    refuseFileAbove(path, asked);
    return;
  }
  if (!found.isDirectory()) {
    throw new RunError(2, {
      en: `--out ${asked}: there is a file of this name; expected a directory that is new or empty`,
      nb: `--out ${asked}: det finnes en fil med dette navnet; ventet en ny eller tom mappe`,
    });
  }
  const names = readdirSync(path);
  if (names.length === 0) return;
  if (!force) {
    throw new RunError(2, {
      en: `--out ${asked}: the directory is not empty; give another name, or --force to replace an earlier result`,
      nb: `--out ${asked}: mappen er ikke tom; oppgi et annet navn, eller --force for å erstatte et tidligere resultat`,
    });
  }
  const ours = new Set([...Object.keys(files).map((name) => `${name}.csv`), 'datapackage.json', 'run.json']);
  const strange = names.find((name) => !ours.has(name));
  if (strange !== undefined) {
    throw new RunError(2, {
      en: `--out ${asked}: the directory holds "${strange}", which is no file of a result, so --force will not replace it`,
      nb: `--out ${asked}: mappen inneholder «${strange}», som ikke hører til et resultat, så --force erstatter den ikke`,
    });
  }
}

class DirectoryWriter implements ResultWriter {
  readonly directory: string;
  private readonly path: string;
  private partial: string | null = null;
  private setup!: Setup;
  private readonly tables = new Map<FileName, Table>();
  private cells: { measure: Measure; cells: Cell[] }[][] = [];

  constructor(path: string, asked: string) {
    this.path = path;
    this.directory = asked;
  }

  begin(setup: Setup): void {
    this.setup = setup;
    this.cells = setup.layouts.map((layout) =>
      setup.catalogue.measures.map((measure) => ({ measure, cells: cellsOf(measure, layout) })),
    );
    this.guarded(() => {
      const parent = dirname(this.path);
      mkdirSync(parent, { recursive: true });
      const partial = join(parent, `.${basename(this.path)}.partial-${process.pid}`);
      // left by a process of the same number that was killed
      rmSync(partial, { recursive: true, force: true });
      mkdirSync(partial);
      this.partial = partial;
      for (const name of ['queues', 'flows', 'capacity', 'summary', 'draws'] as const) this.table(name);
      if (setup.request.events) this.table('events');
    });
  }

  replication(answer: ReplicationAnswer): void {
    this.guarded(() => {
      answer.runs.forEach((run, scenario) => {
        const start = textOf([this.setup.request.scenarios[scenario].name, answer.replication]);
        this.queues(scenario, start, run);
        this.flows(scenario, start, run);
        this.capacity(scenario, start, run);
        this.summary(scenario, start, run);
        if (run.eventText !== null) this.table('events').addText(run.eventText);
      });
      const draws = this.table('draws');
      for (const { municipality, path, value } of answer.draws)
        draws.add([answer.replication, municipality, path, value]);
    });
  }

  finish(findings: Findings, tail: Tail): void {
    this.guarded(() => {
      const bands = this.table('bands');
      const { switchDay } = this.setup.layouts[0];
      for (const { scenario, base, day, municipality, kind, queue, mean, quantiles } of tail.bands) {
        bands.add([scenario, base, iso(switchDay + day), day, municipality, kind, queue, mean, ...quantiles]);
      }
      this.waits(findings, tail.waits);
      const estimates = this.table('estimates');
      for (const row of findings.estimates) {
        const { scenario, period, municipality, group, measure, mean, sd, ciLow, ciHigh, n, unit } = row;
        estimates.add([scenario, period, municipality, group, measure, mean, sd, ciLow, ciHigh, n, unit]);
      }
      if (findings.base) this.paired(findings);
      this.parameters(findings);
      const middle = this.table('middle');
      for (const row of tail.middle) middle.add(row);
      for (const table of this.tables.values()) table.close();
      const written = (Object.keys(files) as FileName[]).filter((name) => this.tables.has(name));
      const title = findings.scenarios.map((scenario) => scenario.name).join(', ');
      this.json('datapackage.json', datapackage(written, version, title));
      this.json('run.json', runJson(this.setup.request, findings, this.rows()));
      this.takeName();
    });
  }

  discard(): void {
    for (const table of this.tables.values()) table.abandon();
    this.tables.clear();
    if (this.partial !== null) rmSync(this.partial, { recursive: true, force: true });
    this.partial = null;
  }

  /** Whatever goes wrong on disk: what was written so far is removed, and one message says why. */
  private guarded(work: () => void): void {
    try {
      work();
    } catch (error) {
      this.discard();
      throw explained(error, this.directory);
    }
  }

  private table(name: FileName): Table {
    let table = this.tables.get(name);
    if (!table) {
      const columns = files[name].fields.map((field) => field.name);
      table = new Table(join(this.partial as string, `${name}.csv`), columns);
      this.tables.set(name, table);
    }
    return table;
  }

  /** Rows of each file, but for events.csv, which comes as text. */
  private rows(): Record<string, number> {
    return Object.fromEntries(
      [...this.tables].flatMap(([name, { rows }]) => (rows === null ? [] : [[`${name}.csv`, rows]])),
    );
  }

  private json(name: string, content: object): void {
    writeFileSync(join(this.partial as string, name), `${JSON.stringify(content, null, 2)}\n`, { flag: 'wx' });
  }

  private takeName(): void {
    const partial = this.partial as string;
    if (!existsSync(this.path)) {
      renameSync(partial, this.path);
    } else if (readdirSync(this.path).length === 0) {
      rmdirSync(this.path);
      renameSync(partial, this.path);
    } else {
      const old = `${partial}.old`;
      renameSync(this.path, old);
      try {
        renameSync(partial, this.path);
      } catch (error) {
        renameSync(old, this.path);
        throw error;
      }
      rmSync(old, { recursive: true, force: true });
    }
    this.partial = null;
  }

  /** The part of a row that is the same in every replication; made once. */
  private readonly texts = new Map<string, string[]>();
  private textsOf(file: FileName, scenario: number, make: () => string[]): string[] {
    const key = `${file} ${scenario}`;
    const made = this.texts.get(key) ?? make();
    this.texts.set(key, made);
    return made;
  }

  private queues(scenario: number, start: string, run: RunAnswer): void {
    const table = this.table('queues');
    const layout = this.setup.layouts[scenario];
    const series = seriesNames.length;
    const texts = this.textsOf('queues', scenario, () =>
      layout.asked.flatMap((date) => {
        const day = layout.dates[date];
        const text = iso(layout.switchDay + day);
        return Array.from({ length: layout.places }, (_, place) => layout.towns[place] ?? 'provider').flatMap(
          (municipality) => seriesNames.map(({ kind, queue }) => textOf([text, day, municipality, kind, queue])),
        );
      }),
    );
    let row = 0;
    for (const date of layout.asked) {
      for (let place = 0; place < layout.places; place++) {
        const cell = (place * layout.dates.length + date) * series;
        for (let i = 0; i < series; i++) table.addLine(`${start},${texts[row++]},${run.lengths[cell + i]}`);
      }
    }
  }

  private flows(scenario: number, start: string, run: RunAnswer): void {
    const table = this.table('flows');
    const layout = this.setup.layouts[scenario];
    const rows: { place: number; year: number; step: string; persons: number }[] = [];
    run.flowKeys.forEach((key, i) => {
      const [place, year, ...step] = key.split('|');
      rows.push({ place: Number(place), year: Number(year), step: step.join(','), persons: run.flowPersons[i] });
    });
    // the keys are sorted as text; a stable sort by numbers keeps the order of the rest
    rows.sort((a, b) => a.year - b.year || a.place - b.place);
    const towns = [...layout.towns, 'provider'].map((town) => textOf([town]));
    for (const { place, year, step, persons } of rows) {
      table.addLine(`${start},${layout.firstYear + year},${towns[place]},${step},${persons}`);
    }
  }

  private capacity(scenario: number, start: string, run: RunAnswer): void {
    const table = this.table('capacity');
    const layout = this.setup.layouts[scenario];
    const towns = [...layout.towns, 'all'].map((town) => textOf([town]));
    for (const date of layout.asked) {
      const day = layout.dates[date];
      const when = `${iso(layout.switchDay + day)},${day}`;
      const add = (what: string, values: Float64Array, cell: number) => {
        const funded = values[cell];
        const staffed = values[cell + 1];
        const inUse = values[cell + 2];
        if (funded === 0 && staffed === 0 && inUse === 0) return;
        table.addLine(`${start},${when},${what},${numeral(funded)},${numeral(staffed)},${numeral(inUse)}`);
      };
      for (let place = 0; place < layout.places; place++) {
        for (let line = 0; line < fundingLines.length; line++) {
          const cell = ((place * layout.dates.length + date) * fundingLines.length + line) * 3;
          add(`${towns[place]},counsellor_posts,${fundingLines[line]}`, run.posts, cell);
        }
      }
      add('provider,detox_beds,', run.beds, date * 6);
      add('provider,stay_beds,', run.beds, date * 6 + 3);
    }
  }

  private summary(scenario: number, start: string, run: RunAnswer): void {
    const table = this.table('summary');
    const layout = this.setup.layouts[scenario];
    const texts = this.textsOf('summary', scenario, () =>
      this.cells[scenario].flatMap(({ measure, cells }) =>
        cells.map(({ period, municipality, group }) => textOf([period, municipality, group, measure.name])),
      ),
    );
    const sums = { byPeriod: byPeriod(run.byYear, layout), byGroup: run.byGroup };
    let row = 0;
    for (const { measure, cells } of this.cells[scenario]) {
      const unit = textOf([measure.unit]);
      for (const cell of cells) {
        let value: number | null;
        let count: number | null;
        if (measure.kind === 'median') {
          [value, count] = medianOfRun(run.waits, measure, cell);
        } else {
          const [numerator, denominator, persons] = readRatio(measure, cell, layout, sums);
          value = denominator > 0 ? numerator / denominator : null;
          count = persons;
        }
        table.addLine(`${start},${texts[row++]},${numeral(value)},${numeral(count)},${unit}`);
      }
    }
  }

  private waits(findings: Findings, waits: Float64Array[]): void {
    const table = this.table('waits');
    waits.forEach((counts, index) => {
      const { name } = findings.scenarios[index];
      for (const { municipality, queue, from, to, served, gaveUp, stillWaiting } of waitRows(
        this.setup.layouts[index],
        counts,
      )) {
        table.add([name, municipality, queue, from, to, served, gaveUp, stillWaiting]);
      }
    });
  }

  private paired(findings: Findings): void {
    const comparison = this.table('comparison');
    for (const row of findings.comparisons) {
      comparison.add([
        row.base,
        row.scenario,
        row.period,
        row.municipality,
        row.group,
        row.measure,
        row.meanDifference,
        row.sd,
        row.ciLow,
        row.ciHigh,
        row.n,
        row.shareBetter,
        row.verdict === null ? null : verdictWords[row.verdict],
        row.unit,
      ]);
    }
    const hinges = this.table('hinges');
    for (const row of findings.hinges) {
      const path = row.whose === '' ? row.path : `${row.path}@${row.whose}`;
      const { base, scenario, period, municipality, measure, share, turnsAt, value, low, high } = row;
      hinges.add([base, scenario, period, municipality, measure, path, share, turnsAt, value, low, high]);
    }
    const breakeven = this.table('breakeven');
    for (const row of findings.breakeven) {
      breakeven.add([
        row.base,
        row.low,
        row.high,
        row.period,
        row.municipality,
        row.measure,
        row.lowValue,
        row.highValue,
        row.breakeven,
        row.ciLow,
        row.ciHigh,
        row.reason === '' ? null : reasonWords[row.reason],
      ]);
    }
  }

  private parameters(findings: Findings): void {
    const table = this.table('parameters');
    for (const { name, parameters } of findings.scenarios) {
      for (const row of parameters) {
        const holders = row.municipality === 'all' ? '' : `@${row.municipality}`;
        const from = row.from === null || row.from === undefined ? '' : `@${row.from}`;
        table.add([
          name,
          `${row.path}${holders}${from}`,
          row.value,
          row.unit,
          row.low,
          row.high,
          row.source,
          row.confidence,
        ]);
      }
    }
  }
}

function explained(error: unknown, directory: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const options = { cause: error };
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return new RunError(
        1,
        {
          en: `the disk is full; nothing is kept of this run, and what ${directory} held before is unchanged`,
          nb: `disken er full; ingenting er lagret fra denne kjøringen, og det som var i ${directory} fra før, er urørt`,
        },
        options,
      );
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'EBUSY':
    case 'ENOTDIR':
    case 'ENAMETOOLONG':
      return new RunError(
        1,
        {
          en: `${directory} cannot be written (${code}); nothing is kept of this run`,
          nb: `${directory} kan ikke skrives (${code}); ingenting er lagret fra denne kjøringen`,
        },
        options,
      );
    default:
      return error;
  }
}
