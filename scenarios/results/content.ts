/** What the files of a result hold: the text of every one, handed on as it comes. Where it goes is the caller's. */
import { iso } from '../../model/kernel/calendar.ts';
import { fundingLines, seriesNames } from '../../model/record.ts';
import type { Cell, Measure } from '../experiment/catalogue.ts';
import { cellsOf, readRatio } from '../experiment/catalogue.ts';
import type { Findings } from '../experiment/findings.ts';
import { byPeriod } from '../experiment/layout.ts';
import type { Setup, Tail } from '../experiment/output.ts';
import type { ReplicationAnswer, RunAnswer } from '../experiment/protocol.ts';
import { medianOfRun, waitRows } from '../experiment/waits.ts';
import type { FileName } from './files.ts';
import { datapackage, files, reasonWords, verdictWords } from './files.ts';
import type { Maker } from './run-json.ts';
import { runJson, version } from './run-json.ts';
import type { TextSink } from './table.ts';
import { numeral, Table, textOf } from './table.ts';

/** Where text goes that nobody wants. */
const nowhere: TextSink = { write: () => {}, close: () => {}, abandon: () => {} };

export class ResultContent {
  private readonly open: (name: string) => TextSink;
  private readonly only: string | null;
  private readonly setup: Setup;
  private readonly tables = new Map<FileName, Table>();
  private readonly cells: { measure: Measure; cells: Cell[] }[][];

  /**
   * @param open called once with the name of each file that is written: `queues.csv`
   * @param only the one file that is wanted; null: all
   */
  constructor(setup: Setup, open: (name: string) => TextSink, only: string | null = null) {
    this.open = (name) => (only === null || name === only ? open(name) : nowhere);
    this.only = only;
    this.setup = setup;
    this.cells = setup.layouts.map((layout) =>
      setup.catalogue.measures.map((measure) => ({ measure, cells: cellsOf(measure, layout) })),
    );
  }

  /** Opens the files that every replication adds to. */
  begin(): void {
    for (const name of ['queues', 'flows', 'capacity', 'summary', 'draws'] as const) this.table(name);
    if (this.setup.request.events) this.table('events');
  }

  /** The rows of one replication; called in order. */
  replication(answer: ReplicationAnswer): void {
    answer.runs.forEach((run, scenario) => {
      const start = textOf([this.setup.request.scenarios[scenario].name, answer.replication]);
      for (const name of ['queues', 'flows', 'capacity', 'summary'] as const) {
        if (this.wants(name)) this[name](scenario, start, run);
      }
      if (run.eventText !== null) this.table('events').addText(run.eventText);
    });
    const draws = this.table('draws');
    for (const { municipality, path, value } of answer.draws)
      draws.add([answer.replication, municipality, path, value]);
  }

  /** The rest of the files; all are closed then. */
  finish(findings: Findings, tail: Tail, maker: Maker): void {
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
    this.json('run.json', runJson(this.setup.request, findings, maker, this.rows()));
  }

  /** Nothing more is wanted. */
  abandon(): void {
    for (const table of this.tables.values()) table.abandon();
    this.tables.clear();
  }

  private wants(name: FileName): boolean {
    return this.only === null || this.only === `${name}.csv`;
  }

  private table(name: FileName): Table {
    let table = this.tables.get(name);
    if (!table) {
      const columns = files[name].fields.map((field) => field.name);
      table = new Table(this.open(`${name}.csv`), columns);
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
    const sink = this.open(name);
    sink.write(`${JSON.stringify(content, null, 2)}\n`);
    sink.close();
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
