/**
 * The benchmark: `npm run bench`. Prints, from one run, how fast the model is here and whether that meets the aims. Absolute
 * times drift with the machine; the ratios within one run hold. docs/performance.md says how to read it.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { fill } from '../../scenarios/docs/markers.ts';
import { compareRuns, comparisonText } from './compare.ts';
import { inProcess } from './process.ts';
import type { Machine, Run } from './report.ts';
import { machineText, pageTable, terminalTable } from './report.ts';
import type { Row } from './row.ts';
import { carryOut, measurements } from './tasks.ts';

const page = 'docs/performance.md';

const help = `npm run bench -- [OPTIONS]
  --only NAME      only this measurement; may be repeated: ${Object.keys(measurements).join(', ')}
  --full           nothing estimated: all thousand replications
  --json FILE      write the run to a file
  --compare FILE   ratios to an earlier run that --json wrote
  --write          write the table into ${page}`;

function readOptions() {
  const { values } = parseArgs({
    options: {
      only: { type: 'string', multiple: true },
      full: { type: 'boolean', default: false },
      json: { type: 'string' },
      compare: { type: 'string' },
      write: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
      // between processes of this program
      task: { type: 'string' },
      input: { type: 'string', default: 'null' },
    },
  });
  const unknown = values.only?.find((name) => !Object.hasOwn(measurements, name));
  if (unknown !== undefined) throw new Error(`no measurement "${unknown}"\n${help}`);
  if (values.write && values.only) throw new Error('--write needs all measurements, so it does not go with --only');
  return values;
}

const machine = (): Machine => ({
  processor: cpus()[0]?.model.trim() ?? 'unknown processor',
  cores: availableParallelism(),
  node: process.version,
});

async function main(): Promise<void> {
  const options = readOptions();
  if (options.help) return console.log(help);
  if (options.task !== undefined) return carryOut(options.task, options.input);
  // read first: a minute's measuring is not lost to a wrong name
  const earlier = options.compare === undefined ? null : (JSON.parse(readFileSync(options.compare, 'utf8')) as Run);
  const rows: Row[] = [];
  for (const name of options.only ?? Object.keys(measurements)) {
    process.stderr.write(`measuring: ${name}\n`);
    rows.push(...inProcess<Row[]>(name, options.full));
  }
  const run: Run = { machine: machine(), rows };
  console.log(`\n${machineText(run.machine)}\n\n${terminalTable(rows)}`);
  if (earlier) console.log(`\n${comparisonText(compareRuns(run, earlier))}`);
  if (options.json !== undefined) writeFileSync(options.json, `${JSON.stringify(run, null, 2)}\n`);
  if (options.write) {
    const day = new Date().toISOString().slice(0, 10);
    writeFileSync(page, fill(readFileSync(page, 'utf8'), 'table', pageTable(run, day)));
  }
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 2;
}
