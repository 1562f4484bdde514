import { readFileSync } from 'node:fs';
import { validateCFF } from 'cffjs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';

const citation = parse(readFileSync('CITATION.cff', 'utf8'));
const manifest = JSON.parse(readFileSync('package.json', 'utf8'));

it('CITATION.cff follows the schema of the Citation File Format', () => {
  expect(() => validateCFF(citation)).not.toThrow();
  expect(() => validateCFF({ ...citation, authors: [] })).toThrow('authors');
});

it('CITATION.cff names the version and the licence of the package', () => {
  expect(citation.version).toBe(manifest.version);
  expect(citation.license).toBe(manifest.license);
});
