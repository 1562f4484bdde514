import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { explainFailure } from '../../../scenarios/command/failure.ts';

/** What the system throws. */
function thrown(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

test('a file that the system refuses is named with its code, in the language that is asked for', () => {
  const error = thrown(() => readFileSync('no/such/file'));
  expect(explainFailure(error, 'en')).toEqual({
    code: 1,
    message: 'Failed: no/such/file cannot be read or written (ENOENT).',
  });
  expect(explainFailure(error, 'nb').message).toBe('Mislyktes: no/such/file kan ikke leses eller skrives (ENOENT).');
});

test('anything else is said in its own words, the first line of them', () => {
  expect(explainFailure(new Error('odd\nand long'), 'nb')).toEqual({ code: 1, message: 'Mislyktes: odd' });
});
