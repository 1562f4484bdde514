import fc from 'fast-check';
import { expect, test } from 'vitest';
import { InputError } from '../../../scenarios/resolve/input-error.ts';
import { nearest } from '../../../scenarios/resolve/nearest.ts';
import { readYaml } from '../../../scenarios/resolve/read-yaml.ts';
import { parseScenarioName, uniqueNames } from '../../../scenarios/resolve/scenario-name.ts';

test('a key is found by its path, dots inside a name included', () => {
  const source = readYaml('a:\n  b.c: 1\n  list:\n    - x: 1\n      y: 2\n', 'f.yaml');
  expect(source.spot(['a', 'b.c'])).toEqual({ file: 'f.yaml', line: 2, column: 3, path: 'a.b.c' });
  expect(source.spot(['a', 'list', 0, 'y'])).toEqual({ file: 'f.yaml', line: 5, column: 7, path: 'a.list[0].y' });
});

test('a path that is not there is placed at the nearest thing around it', () => {
  expect(readYaml('a:\n  b: 1\n', 'f.yaml').spot(['a', 'missing', 'deeper'])).toMatchObject({ line: 1, column: 1 });
});

test('a number is remembered as it was written', () => {
  expect(readYaml('number: 0301', 'f.yaml').written(['number'])).toBe('0301');
});

test('any bytes are read or refused with one message', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      try {
        readYaml(bytes, 'f.yaml');
      } catch (error) {
        expect(error).toBeInstanceOf(InputError);
      }
    }),
  );
});

test('any text is read or refused with one message', () => {
  const piece = fc.constantFrom(
    'a',
    ':',
    ' ',
    '\n',
    '-',
    '[',
    ']',
    '{',
    '}',
    '&a',
    '*a',
    '!',
    '|',
    '"',
    "'",
    '#',
    '\t',
    '1',
    '?',
    '<<',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      try {
        readYaml(pieces.join(''), 'f.yaml');
      } catch (error) {
        expect(error).toBeInstanceOf(InputError);
      }
    }),
    { numRuns: 500 },
  );
});

test('a name is nearest when at most a third of its letters differ', () => {
  expect(nearest('medum', ['medium', 'small'])).toBe('medium');
  expect(nearest('xyz', ['medium', 'small'])).toBeUndefined();
  expect(nearest('MEDIUM', ['medium'])).toBe('medium');
  expect(nearest('', [])).toBeUndefined();
});

test('a scenario name is a place and policies with variant and reach', () => {
  expect(parseScenarioName('medium+framework:held-back@all+more-beds')).toEqual({
    place: 'medium',
    policies: [
      { policy: 'framework', variant: 'held-back', reach: 'all', text: 'framework:held-back@all' },
      { policy: 'more-beds', variant: undefined, reach: undefined, text: 'more-beds' },
    ],
  });
});

test('paths keep their dots, colons and plus signs', () => {
  expect(parseScenarioName('C:\\towns\\our.yaml+./a+b/my.yaml:plug@focus+more-beds')).toEqual({
    place: 'C:\\towns\\our.yaml',
    policies: [
      { policy: './a+b/my.yaml', variant: 'plug', reach: 'focus', text: './a+b/my.yaml:plug@focus' },
      { policy: 'more-beds', variant: undefined, reach: undefined, text: 'more-beds' },
    ],
  });
});

test('a name given twice gets a number', () => {
  expect(uniqueNames(['a', 'b', 'a', 'a'])).toEqual(['a', 'b', 'a#2', 'a#3']);
});
