/** `npm run docs`: writes the generated pages of docs/ (parameters, and what a run fills in model.md). docs/policies.md comes from the audit. */
import { readFileSync, writeFileSync } from 'node:fs';
import { fillModelPage, pageRuns } from '../docs/model-page.ts';
import { parametersPage } from '../docs/parameters-page.ts';

writeFileSync('docs/parameters.md', parametersPage());
console.log('docs/parameters.md');
const model = 'docs/model.md';
writeFileSync(model, fillModelPage(readFileSync(model, 'utf8'), pageRuns()));
console.log(model);
