import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { capture, forlop, printed } from './captured.ts';

capture();

describe('wrong input ends with code 2 and one message', () => {
  test.each([
    [
      'runn medium',
      'There is no command "runn"; the commands are start, list, describe, validate, run, compare, rerun, view, report. Did you mean run?',
    ],
    ['run', 'run needs SCENARIO; see forlop run --help.'],
    ['compare medium', 'compare needs ALTERNATIVE; see forlop compare --help.'],
    ['run medium --replicatons 3', 'There is no option --replicatons here. Did you mean --replications?'],
    ['run medium --zzz 3', 'There is no option --zzz here.'],
    ['run medium --replications 0', '--replications is "0"; expected a whole number from 1 to 1000000.'],
    ['run medium --replications 1.5', '--replications is "1.5"; expected a whole number from 1 to 1000000.'],
    ['run medium --years ten', '--years is "ten"; expected a whole number from 1 to 100.'],
    ['run medium --workers 0', '--workers is "0"; expected a whole number from 1 to 1024.'],
    ['run medium --history -1', '--history is "-1"; expected a whole number from 0 to 100.'],
    [
      'run medium --precision 5',
      '--precision is "5"; expected more than 0 and at most 100 per cent, such as 5% or wait_follow_up_mean=5%.',
    ],
    [
      'run medium --precision 0%',
      '--precision is "0%"; expected more than 0 and at most 100 per cent, such as 5% or wait_follow_up_mean=5%.',
    ],
    [
      'run medium --precision wait_folow_up_mean=5%',
      '--precision: there is no measure "wait_folow_up_mean". Did you mean wait_follow_up_mean?',
    ],
    [
      'run medium --precision wait_first_contact_median=5%',
      '--precision: wait_first_contact_median is a median; expected a mean, a share or a number.',
    ],
    ['run medium --seed', '--seed is given without a value.'],
    ['run medium --seed 1 --seed 2', '--seed is given twice.'],
    ['run medium --every weak', '--every is "weak"; expected one of quarter, month, week, day. Did you mean week?'],
    ['run medium --uncertainty none', '--uncertainty is "none"; expected one of all, chance.'],
    ['list medium', 'list takes no names and was given "medium".'],
    ['describe medium --balance --resolved', '--balance, --resolved and --measures cannot be asked for together.'],
    ['describe mediun', 'mediun: there is no place called "mediun". Did you mean "medium"?'],
    ['describe medium --lang de', '--lang is "de"; expected one of en, nb.'],
    [
      'compare medium small',
      'small is another place than medium; alternatives are compared in the same place, such as +framework.',
    ],
    [
      'compare medium +framework +frmework',
      'medium+frmework: there is no policy called "frmework". Did you mean "framework"?',
    ],
  ])('forlop %s', async (line, message) => {
    expect(await forlop(line)).toBe(2);
    expect(printed.err).toBe(`${message}\n`);
    expect(printed.out).toBe('');
  });

  test('in bokmål where asked', async () => {
    expect(await forlop('run medium --lang nb --replicatons 3')).toBe(2);
    expect(printed.err).toBe('Det finnes ikke noe alternativ --replicatons her. Mente du --replications?\n');
  });
});

describe('help is everywhere, in both languages, whatever the environment says', () => {
  test.each([
    '',
    '--help',
    'run --help',
    'compare --help',
    'list --help',
    'describe --help',
    'validate --help',
    'start --help',
    'rerun --help',
  ])('forlop %s', async (line) => {
    vi.stubEnv('LC_ALL', 'fr_FR.UTF-8');
    expect(await forlop(line)).toBe(0);
    expect(printed.out).toContain('Options:');
    expect(printed.out).toContain('show this help');
    printed.out = '';
    expect(await forlop(`${line} --lang nb`.trim())).toBe(line === '' ? 2 : 0);
    if (line !== '') expect(printed.out).toContain('vis denne hjelpen');
    expect(printed.out).not.toContain('show this help');
    vi.unstubAllEnvs();
  });

  test('every option of run and compare is in the help with its default', async () => {
    await forlop('compare --help');
    for (const option of [
      'out',
      'replications',
      'precision',
      'seed',
      'years',
      'uncertainty',
      'workers',
      'set',
      'every',
      'municipalities',
      'history',
      'lang',
      'force',
      'events',
    ]) {
      expect(printed.out, option).toContain(`--${option} `);
    }
  });

  test('commands of later issues are not there', async () => {
    await forlop('');
    for (const later of ['new', 'fit', 'sweep', 'seek', 'merge']) expect(printed.out).not.toContain(`forlop ${later}`);
  });
});

describe('commands that only tell', () => {
  test('list names every place, policy and variant on a line', async () => {
    expect(await forlop('list')).toBe(0);
    for (const name of [
      'small',
      'medium',
      'large',
      'region',
      'framework:held-back',
      'purchaser-provider:order',
      'more-beds',
    ]) {
      expect(
        printed.out.split('\n').filter((line) => line.trimStart().startsWith(name)),
        name,
      ).toHaveLength(1);
    }
  });

  test('describe gives every parameter with source and whether it is drawn', async () => {
    expect(await forlop('describe medium')).toBe(0);
    expect(printed.out).toMatch(/^follow_up\.caseload +13\.5 +11 +22 held/m);
    expect(printed.out).toMatch(/^council\.retention +drawn .*by town/m);
  });

  test('describe --resolved is JSON with null where a number is drawn', async () => {
    expect(await forlop('describe medium --resolved')).toBe(0);
    const arrangement = JSON.parse(printed.out);
    expect(arrangement.towns).toHaveLength(17);
    expect(arrangement.towns[0].numbers[0].values.council.retention).toBeNull();
  });

  test('describe --measures has every measure, --balance stocks and loads', async () => {
    expect(await forlop('describe medium --measures')).toBe(0);
    expect(printed.out).toContain('days_without_service');
    printed.out = '';
    expect(await forlop('describe medium --balance --lang nb')).toBe(0);
    expect(printed.out).toContain('Belastning');
  });

  test('validate looks at every file and fails when one is wrong', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'forlop-'));
    const wrong = join(folder, 'wrong.yaml');
    writeFileSync(wrong, 'place: ours\nlabel: { en: Ours, nb: Vår }\nextends: medium\nparametres: {}\n');
    try {
      expect(await forlop(`validate scenarios/places/small.yaml ${wrong} scenarios/policies/framework.yaml`)).toBe(2);
      expect(printed.out).toContain('the place small is in order');
      expect(printed.out).toContain('the policy framework is in order');
      expect(printed.err).toContain(`${wrong}:4:1: parametres:`);
      expect(printed.err.trim().split('\n')).toHaveLength(1);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('a run', () => {
  test('prints the answer and writes the files; the same directory again is refused', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'forlop-'));
    const results = join(folder, 'results');
    const line = `compare small +framework --replications 2 --years 1 --history 0 --workers 1 --every quarter --out ${results}`;
    try {
      expect(await forlop(line)).toBe(0);
      for (const head of ['What was asked', 'Whom it reaches', 'Answer', 'Files', 'What to try next'])
        expect(printed.out).toContain(head);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: no colours where it is piped
      expect(printed.out).not.toMatch(/\u001b/);
      for (const text of printed.out.split('\n'))
        if (!text.startsWith('npx ') && !text.includes(folder)) expect([...text].length, text).toBeLessThanOrEqual(100);
      expect(readdirSync(results)).toContain('comparison.csv');
      printed.err = '';
      expect(await forlop(line)).toBe(2);
      expect(printed.err).toContain('the directory is not empty');
      expect(printed.err.trim().split('\n')).toHaveLength(1);
      expect(readdirSync(folder)).toEqual(['results']);
    } finally {
      rmSync(folder, { recursive: true });
    }
  }, 120_000);
});
