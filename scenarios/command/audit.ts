/** `npm run audit`: tries every bundled policy and every parameter, and writes docs/policies.md. Fails when one fails. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { tryParameters } from './audit-parameters.ts';
import type { PolicyRefused, PolicyTried } from './audit-policies.ts';
import { tryPolicies } from './audit-policies.ts';
import { policiesPage } from './policies-page.ts';

const options = { replications: 40, workers: availableParallelism(), years: 4, history: 1 };
const page = 'docs/policies.md';

async function audit(): Promise<number> {
  const tried: PolicyTried[] = [];
  const refused: PolicyRefused[] = [];
  for (const place of ['medium', 'region']) {
    const found = await tryPolicies(place, options);
    tried.push(...found.tried);
    refused.push(...found.refused);
  }
  let failures = 0;
  for (const { policy, place, claims, zero, failures: its } of tried) {
    failures += its.length;
    const notes = [
      `${claims.filter(({ holds }) => holds).length} of ${claims.length} claims`,
      zero === null ? 'no strength' : 'zero tried',
    ];
    console.log(`${its.length === 0 ? 'ok  ' : 'FAIL'} ${place}+${policy} (${notes.join(', ')})`);
    for (const failure of its) console.log(`     ${failure}`);
  }
  for (const { policy, place, reason } of refused) console.log(`--   ${place}+${policy}: ${reason}`);
  mkdirSync('docs', { recursive: true });
  writeFileSync(page, policiesPage(tried, refused, options.replications));

  const parameters = await tryParameters(options);
  const unread = parameters.filter(({ changes }) => changes === null);
  for (const { path, low, high } of unread) console.log(`FAIL ${path}: nothing changes from ${low} to ${high}`);
  console.log(
    `${parameters.length - unread.length} of ${parameters.length} parameters change something across their range.`,
  );
  return failures + unread.length === 0 ? 0 : 1;
}

process.exitCode = await audit();
