/** `npm run verify`: runs every case, prints them and writes docs/verification.md. Fails when one disagrees. */
import { writeFileSync } from 'node:fs';
import { judge, limitFor } from './case.ts';
import { allCases } from './cases.ts';
import { type Row, rowOf, summary, verificationPage } from './page.ts';

const page = 'docs/verification.md';

function verify(): number {
  const cases = allCases();
  const limit = limitFor(cases.length);
  const rows: Row[] = [];
  let wrong = 0;
  for (const of of cases) {
    const judged = judge(of, of.run(), limit);
    const row = rowOf(judged);
    rows.push(row);
    if (!judged.agrees) wrong++;
    const [name, , published, ours, error, z] = row.cells;
    const mark = judged.agrees ? 'ok  ' : 'FAIL';
    console.log(`${mark} ${of.group} | ${name} | ${published} | ${ours} | ${error} | ${z}`);
  }
  writeFileSync(page, verificationPage(rows, limit));
  console.log(summary(rows));
  return wrong === 0 ? 0 : 1;
}

process.exitCode = verify();
