/** The program run inside a test, with what it prints kept instead of shown. */
import { afterEach, beforeEach, vi } from 'vitest';
import { main } from '../../../scenarios/command/main.ts';

/** What was printed since the test began. */
export const printed = { out: '', err: '' };

/** Keeps what every test of a file prints; call it once at the top of the file. */
export function capture(): void {
  beforeEach(() => {
    printed.out = '';
    printed.err = '';
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
      printed.out += text;
      return true;
    });
    vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
      printed.err += text;
      return true;
    });
    vi.spyOn(console, 'log').mockImplementation((text) => {
      printed.out += `${text}\n`;
    });
  });
  afterEach(() => vi.restoreAllMocks());
}

/** Runs the program with a line of arguments that are apart by spaces; gives its exit code. */
export const forlop = (line: string): Promise<number> => main(line === '' ? [] : line.split(' '));
