/** Results in a directory of their own, and how they are read. */
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';

export const newDirectory = (): string => mkdtempSync(join(tmpdir(), 'forlop-results-'));

export const text = (directory: string, file: string): string => readFileSync(join(directory, file), 'utf8');

export const json = (directory: string, file: string) => JSON.parse(text(directory, file));

/** Rows of a CSV file, as a reader that is not ours sees them. */
export function rows(directory: string, file: string): Record<string, string>[] {
  const { data, errors } = Papa.parse<Record<string, string>>(text(directory, file), {
    header: true,
    skipEmptyLines: false,
  });
  if (errors.some((error) => error.code !== 'TooFewFields') || errors.length > 1)
    throw new Error(JSON.stringify(errors.slice(0, 3)));
  // the newline that ends the file
  return data.slice(0, -1);
}

/** Every file's content but that of run.json, which holds times. */
export function content(directory: string): Record<string, string> {
  const names = readdirSync(directory).filter((name) => name !== 'run.json');
  return Object.fromEntries(names.sort().map((name) => [name, text(directory, name)]));
}
