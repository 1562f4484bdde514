import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, posix, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** Every file that belongs to the project, whether it is committed yet or not. */
const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
  encoding: 'utf8',
})
  .split('\0')
  .filter((path) => path !== '' && existsSync(path));

const text = (path: string): string => readFileSync(path, 'utf8');
const modules = files.filter((path) => path.endsWith('.ts'));

/** Every line of these files that a pattern finds, as `path:line: what was found`. */
function found(paths: string[], pattern: RegExp): string[] {
  return paths.flatMap((path) =>
    text(path)
      .split('\n')
      .flatMap((line, i) => {
        const hit = pattern.exec(line);
        return hit ? [`${path}:${i + 1}: ${hit[0].trim()}`] : [];
      }),
  );
}

/** The folder at the top that a path lies in. */
const room = (path: string): string => path.split('/')[0];

describe('the rooms', () => {
  it('are model, scenarios, viz and test, and beside them only what serves them', () => {
    const allowed = ['.ci', 'biome', 'docs', 'model', 'scenarios', 'test', 'viz'];
    const folders = new Set(files.filter((path) => path.includes('/')).map(room));
    expect([...folders].filter((folder) => !allowed.includes(folder))).toEqual([]);
  });

  it('import from viz to scenarios to model, never back, and nothing imports a test', () => {
    const mayImport: Record<string, string[]> = {
      model: ['model'],
      scenarios: ['scenarios', 'model'],
      viz: ['viz', 'scenarios', 'model'],
    };
    // the project's own version stands in package.json, which every room but the model may read
    const wrong = imports(modules).filter(
      ({ from, to }) =>
        mayImport[room(from)]?.includes(room(to)) === false && (to !== 'package.json' || room(from) === 'model'),
    );
    expect(wrong).toEqual([]);
  });

  it('keep the kernel of the model free of what it serves', () => {
    const wrong = imports(modules).filter(
      ({ from, to }) => from.startsWith('model/kernel/') && !to.startsWith('model/kernel/'),
    );
    expect(wrong).toEqual([]);
  });

  it('keep the names of places and policies out of the model', () => {
    const names = files
      .filter((path) => /^scenarios\/(places|policies)\//.test(path))
      .map((path) => basename(path).replace(/\.\w+$/, ''));
    // a mechanism may bear the name of the policy that chooses it
    const mechanisms = modules.filter((path) => room(path) === 'model').map((path) => basename(path, '.ts'));
    const model = modules.filter((path) => room(path) === 'model');
    const hits = names
      .filter((name) => !mechanisms.includes(name))
      .flatMap((name) => {
        // a name of one word is an everyday word too: only where it stands as a value does it mean the place or policy
        const pattern = name.includes('-') ? `(?<![\\w-])${name}(?![\\w-])` : `(['"\`])${name}\\1`;
        return found(model, new RegExp(pattern));
      });
    expect(hits).toEqual([]);
  });
});

/** The relative imports of these modules, as paths from the top. */
function imports(paths: string[]): { from: string; to: string }[] {
  return paths.flatMap((from) => {
    const specifiers = [...text(from).matchAll(/(?:\bfrom|\bimport)\s*\(?\s*(['"])(\.{1,2}\/[^'"]+)\1/g)];
    return specifiers.map((specifier) => ({ from, to: posix.join(posix.dirname(from), specifier[2]) }));
  });
}

describe('the files', () => {
  const written = files.filter((path) => /\.(ts|js|json|ya?ml|md|cff|css|html|sh|grit)$|^\.|\/run$/.test(path));

  it('name no folder of a machine', () => {
    const outsideTests = written.filter((path) => room(path) !== 'test');
    expect(found(written, /(?<![\w.~-])\/(?:work|root|home)\/[\w.]*/)).toEqual([]);
    expect(found(outsideTests, /(?<![\w.~-])\/tmp\/[\w.]*/)).toEqual([]);
  });

  it('name no registry, so that packages come from wherever a machine gets them', () => {
    expect(found(['package-lock.json'], /"resolved": "\w+:\/\/[^"]*"/)).toEqual([]);
    expect(found(written, /\bhttps?:\/\/[\w.-]*(?:registry|mirror|artifactory|nexus)[\w.-]*/)).toEqual([]);
    expect(files.filter((path) => basename(path) === '.npmrc')).toEqual([]);
  });

  it('leave no note of work undone', () => {
    const code = written.filter((path) => !path.endsWith('.md') && path !== 'package-lock.json');
    expect(found(code, new RegExp(`\\b(?:${['TO' + 'DO', 'FIX' + 'ME'].join('|')})\\b`))).toEqual([]);
  });
});

describe('the linter', () => {
  const inexact = (
    'exp log log2 log10 log1p expm1 pow cbrt hypot sin cos tan asin acos atan atan2 sinh cosh tanh asinh acosh atanh ' +
    'random'
  ).split(' ');

  /** A line of code, and a word of what the linter says of it: undefined if it should say nothing. */
  const trials: [path: string, code: string, says: string | undefined][] = inexact.map((name) => [
    'model/trial.ts',
    `export const x = Math.${name}(0.5, 2);`,
    'same digits',
  ]);
  trials.push(
    ['model/trial.ts', 'export const x = Math.log;', 'same digits'],
    ['model/trial.ts', 'export const x = (y: number) => y ** 3;', 'same digits'],
    ['model/trial.ts', 'export let x = 2;\nx **= 3;', 'same digits'],
    ['model/trial.ts', 'export const { log } = Math;', 'in full'],
    ['model/trial.ts', "export const x = Math['pow'](2, 3);", 'in full'],
    ['model/trial.ts', 'export const x = globalThis.Math.exp(2);', 'in full'],
    ['model/trial.ts', 'export const x = Math.max(Math.sqrt(2), Math.floor(3.5)) * Math.imul(2, 3);', undefined],
    ['model/trial.ts', 'export const x = new Date();', 'Date'],
    ['model/trial.ts', 'export const x = Date.now();', 'Date'],
    ['model/trial.ts', 'export const x = performance.now();', 'performance'],
    ['model/trial.ts', "export { readFileSync } from 'node:fs';", 'Node.js'],
    ['model/trial.ts', "export { readFileSync } from 'fs';", 'Node.js'],
    ['model/trial.ts', "export { a } from '../scenarios/a.ts';", 'model/'],
    ['model/kernel/trial.ts', "export type { A } from '../../viz/charts/a.ts';", 'model/'],
    ['model/kernel/trial.ts', "export const x = await import('../../test/a.ts');", 'model/'],
    ['model/trial.ts', "export { a } from './kernel/a.ts';", undefined],
    ['scenarios/experiment/trial.ts', 'export const x = Math.exp(2);', 'same digits'],
    ['scenarios/results/trial.ts', 'export const x = (y: number) => y ** 3;', 'same digits'],
    ['scenarios/command/trial.ts', 'export const x = Math.exp(2) + Date.now();', undefined],
    ['scenarios/experiment/trial.ts', "export { a } from '../../viz/a.ts';", 'never back'],
    ['scenarios/resolve/trial.ts', "export { a } from '../../test/a.ts';", 'never back'],
    ['scenarios/resolve/trial.ts', "export { a } from '../../model/a.ts';", undefined],
    ['viz/trial.ts', "export { a } from '../scenarios/a.ts';", undefined],
    ['viz/trial.ts', "export { x } from './back.ts';", 'cycle'],
  );
  const sayings: string[] = [];
  const house = mkdtempSync(join(tmpdir(), 'house-'));

  beforeAll(() => {
    // the rules are tried in a house of their own, a wing for each trial, or the bad lines would lie among the good
    for (const part of ['biome.json', 'biome', '.gitignore']) cpSync(part, join(house, part), { recursive: true });
    const config = JSON.parse(text('biome.json'));
    for (const override of config.overrides) {
      override.includes = override.includes.map((pattern: string) => `*/${pattern}`);
    }
    writeFileSync(join(house, 'biome.json'), JSON.stringify(config));
    trials.forEach(([path, code], i) => {
      const file = join(house, `${i}`, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, `${code}\n`);
      writeFileSync(join(dirname(file), 'back.ts'), "export { x } from './trial.ts';\n");
    });
    const biome = resolve('node_modules/@biomejs/biome/bin/biome');
    const run = spawnSync(process.execPath, [biome, 'lint', '--max-diagnostics=none', '--reporter=json', '.'], {
      cwd: house,
      encoding: 'utf8',
    });
    expect(run.status, run.stderr).toBe(1);
    for (const { severity, message, location } of JSON.parse(run.stdout).diagnostics) {
      if (severity !== 'error') continue;
      const trial = Number(room(location.path));
      sayings[trial] = `${sayings[trial] ?? ''}${message}\n`;
    }
  });

  afterAll(() => rmSync(house, { recursive: true, force: true }));

  it.each(trials.map((trial, i) => [...trial, i] as const))('in %s reads: %s', (_path, _code, says, i) => {
    if (says === undefined) expect(sayings[i]).toBeUndefined();
    else expect(sayings[i]).toContain(says);
  });
});
