import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openResults } from '../../../scenarios/results/directory.ts';
import { run } from '../experiment/small-experiment.ts';
import { capture, forlop, printed } from './captured.ts';

capture();
const room = mkdtempSync(join(tmpdir(), 'forlop-report-'));
const directory = join(room, 'mine');
const file = join(room, 'mine.html');
afterAll(() => rmSync(room, { recursive: true, force: true }));
beforeAll(async () => {
  const names = ['tiny', 'tiny+framework:passed-on', 'tiny+framework:held-back'];
  await run(names, { replications: 2 }, openResults(directory, { force: false }));
}, 60_000);

describe('a report', () => {
  it('is one file beside the directory, and nothing else is left', async () => {
    expect(await forlop(`report ${directory}`)).toBe(0);
    expect(printed.err).toBe('');
    expect(printed.out.replace(/\s+/g, ' ')).toContain(`${file} (`);
    expect(readdirSync(room).sort()).toEqual(['mine', 'mine.html']);
  });

  it('does not replace a file, unless it is asked to, and then in the language asked for', async () => {
    const before = readFileSync(file, 'utf8');
    expect(await forlop(`report ${directory}`)).toBe(2);
    expect(printed.err).toBe(`--out ${file}: there is a file of this name; give another, or --force to replace it\n`);
    expect(readFileSync(file, 'utf8')).toBe(before);
    expect(await forlop(`report ${directory} --force --lang nb`)).toBe(0);
    expect(readFileSync(file, 'utf8')).toContain('<html lang="nb" data-lang="nb">');
    expect(printed.out).toContain('åpnes i alle nettlesere');
  });

  it('that cannot be made leaves nothing, and what was there as it was', async () => {
    const broken = join(room, 'broken');
    mkdirSync(broken);
    for (const name of readdirSync(directory)) {
      const text = readFileSync(join(directory, name), 'utf8');
      writeFileSync(join(broken, name), name === 'flows.csv' ? text.slice(0, 2_000) : text);
    }
    const out = join(room, 'kept.html');
    writeFileSync(out, 'kept');
    expect(await forlop(`report ${broken} --out ${out} --force`)).toBe(2);
    expect(printed.err).toMatch(/^flows\.csv, line \d+: the file ends in the middle of a row: /);
    expect(readFileSync(out, 'utf8')).toBe('kept');
    rmSync(broken, { recursive: true });
    rmSync(out);
    expect(readdirSync(room).sort()).toEqual(['mine', 'mine.html']);
  });

  it('of no result, or into no place, ends with code 2 and one message', async () => {
    const cases: [string, string][] = [
      [`report ${room}`, `${room}: there is no run.json; expected the directory of a result\n`],
      [
        `report ${directory} --out ${join(room, 'none', 'a.html')}`,
        `--out ${join(room, 'none', 'a.html')}: there is no directory ${join(room, 'none')}\n`,
      ],
      [
        `report ${directory} --out ${directory}`,
        `--out ${directory}: this is a directory; expected the name of an HTML file\n`,
      ],
    ];
    for (const [line, message] of cases) {
      printed.err = '';
      expect(await forlop(line), line).toBe(2);
      expect(printed.err).toBe(message);
    }
    expect(existsSync(`${room}.html`)).toBe(false);
  });
});
