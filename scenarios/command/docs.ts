/** `npm run docs`: writes docs/parameters.md from the parameter files. docs/policies.md comes from the audit. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { parametersPage } from './parameters-page.ts';

mkdirSync('docs', { recursive: true });
writeFileSync('docs/parameters.md', parametersPage());
console.log('docs/parameters.md');
