import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const program = resolve('dist/forlop.js');
/** Long enough for every part of an answer, short enough for a test: replications, years, history. */
const tiny = ['--replications', '2', '--years', '3', '--history', '0'];

/** A program that a test starts is the real one: it must not take itself for part of a test. */
const { VITEST: _, ...env } = process.env;

interface Block {
  language: string;
  text: string;
}

const blocksOf = (page: string): Block[] =>
  [...page.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(([, language, text]) => ({
    language: language!,
    text: text!,
  }));

/** The same command with few and short replications, for `run`, `compare` and `describe`. */
function shortened(command: string): string[] {
  const words = command.split(' ').slice(2);
  const kept = words.filter((word, i) => word !== '--replications' && words[i - 1] !== '--replications');
  if (kept[0] === 'run' || kept[0] === 'compare') return [...kept, ...tiny, '--workers', '1'];
  return kept;
}

describe('the tutorial', () => {
  const room = mkdtempSync(join(tmpdir(), 'tutorial-'));
  beforeAll(() => symlinkSync(resolve('node_modules'), join(room, 'node_modules'), 'dir'));
  afterAll(() => rmSync(room, { recursive: true, force: true }));

  const blocks = blocksOf(readFileSync('docs/tutorial.md', 'utf8'));
  const steps = blocks.flatMap(({ language, text }) =>
    language === 'bash'
      ? text
          .trim()
          .split('\n')
          .map((line) => ({ language, text: line }))
      : [{ language, text }],
  );

  it('has commands, a place, a policy and a program', () => {
    expect(new Set(blocks.map(({ language }) => language))).toEqual(new Set(['bash', 'yaml', 'js']));
    expect(steps.filter(({ text }) => text.startsWith('npx forlop '))).toHaveLength(15);
  });

  it.each(steps)(
    'is right about: $text',
    ({ language, text }) => {
      if (language !== 'bash') {
        const name = /^(?:#|\/\/) (\S+)$/.exec(text.split('\n')[0]!)?.[1];
        expect(name).toBeDefined();
        mkdirSync(dirname(join(room, name!)), { recursive: true });
        writeFileSync(join(room, name!), text);
        return;
      }
      if (!text.startsWith('npx forlop ')) {
        expect(execFileSync('bash', ['-c', text], { cwd: room, encoding: 'utf8' })).not.toBe('');
        return;
      }
      const argv = shortened(text);
      const run = spawnSync(process.execPath, [program, ...argv], { cwd: room, encoding: 'utf8', env });
      const { status, stdout, stderr } = run;
      expect(status, stderr).toBe(0);
      expect(stdout).not.toBe('');
      const out = argv[argv.indexOf('--out') + 1];
      if (argv.includes('--out')) expect(existsSync(join(room, out!, 'run.json'))).toBe(true);
    },
    120_000,
  );
});
