/** `npm run picture [-- DIR]`: draws docs/queues.svg from a result directory, by default the one that `npm start` leaves. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { csvParse } from 'd3';
import type { BandRow } from './picture.ts';
import { picture } from './picture.ts';

const [directory = 'results/medium', out = 'docs/queues.svg'] = process.argv.slice(2);
const file = join(directory, 'bands.csv');
try {
  const rows = csvParse(readFileSync(file, 'utf8')) as unknown as BandRow[];
  const title = 'Waiting for follow-up in a town of 20,000, by who pays and who decides';
  writeFileSync(out, picture(rows, { title, queue: 'follow_up' }));
  process.stdout.write(`${out}, drawn from ${file}\n`);
} catch (error) {
  process.stderr.write(`cannot draw from ${file}: ${(error as Error).message}\n`);
  process.exitCode = 2;
}
