import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { assumedTable } from '../../scenarios/docs/assumed.ts';
import { fill, table } from '../../scenarios/docs/markers.ts';
import { numberText } from '../../scenarios/docs/numbers.ts';
import { parametersPage } from '../../scenarios/docs/parameters-page.ts';
import { targets } from '../../scenarios/docs/targets.ts';

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const pages = [
  'README.md',
  'CONTRIBUTING.md',
  'docs/kernel.md',
  'docs/model.md',
  'docs/performance.md',
  'docs/privacy.md',
  'docs/tutorial.md',
  'docs/verification.md',
];
const read = (page: string): string => readFileSync(page, 'utf8');
/** How a heading is called in a link. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');

describe.each(pages)('%s', (page) => {
  it('links to files and headings that are there', () => {
    const broken = [...read(page).matchAll(/\]\(([^)\s]+)\)/g)]
      .map((link) => link[1]!)
      .filter((link) => !/^https?:/.test(link))
      .filter((link) => {
        const [path, anchor] = link.split('#') as [string, string | undefined];
        const file = path === '' ? page : join(dirname(page), path);
        if (!existsSync(file)) return true;
        if (anchor === undefined) return false;
        return ![...read(file).matchAll(/^#+ (.*)$/gm)].some((heading) => anchorOf(heading[1]!) === anchor);
      });
    expect(broken).toEqual([]);
  });

  it('names scripts and paths that are there', () => {
    const text = read(page);
    const scripts = [...text.matchAll(/\bnpm run (?:--silent )?([\w:-]+)/g)].map((script) => script[1]!);
    expect(scripts.filter((script) => !(script in manifest.scripts))).toEqual([]);
    const paths = [...text.matchAll(/`((?:model|scenarios|viz|test|docs)\/[\w./-]*)`/g)].map((path) => path[1]!);
    const invented = ['model/gate/general_practitioner.ts', 'scenarios/policies/my-policy.yaml'];
    expect(paths.filter((path) => !invented.includes(path) && !existsSync(path))).toEqual([]);
  });
});

describe('docs/parameters.md', () => {
  it('is what the files say', () => {
    expect(parametersPage()).toBe(read('docs/parameters.md'));
  });
});

describe('docs/model.md', () => {
  const page = read('docs/model.md');

  it('lists every number that is assumed, as the files have it', () => {
    expect(fill(page, 'assumed', assumedTable())).toBe(page);
  });

  it('has a row for each target, all of them met', () => {
    const part = page.split('<!-- begin targets -->')[1]!.split('<!-- end targets -->')[0]!;
    for (const { name } of targets) expect(part).toMatch(new RegExp(`\\| ${name} \\|.*\\| yes \\|`));
    expect(part).not.toContain('**no**');
  });

  it('shows nothing that drifts', () => {
    const part = page.split('<!-- begin drift -->')[1]!.split('<!-- end drift -->')[0]!;
    expect(part.match(/\| yes \|/g)).toHaveLength(5);
    expect(part).not.toContain('**no**');
  });
});

describe('a marked part', () => {
  const text = 'a\n<!-- begin x -->\nold\n<!-- end x -->\nb\n';

  it('is written anew, and nothing around it', () => {
    expect(fill(text, 'x', 'new')).toBe('a\n<!-- begin x -->\n\nnew\n\n<!-- end x -->\nb\n');
  });

  it('must be there, once', () => {
    expect(() => fill(text, 'y', 'new')).toThrow('y');
    expect(() => fill(text + text, 'x', 'new')).toThrow('x');
  });
});

describe('a table of the pages', () => {
  it('has a head, a rule and a line a row', () => {
    expect(table(['a', 'b'], [['1', '2']], [1])).toBe('| a | b |\n| --- | ---: |\n| 1 | 2 |');
  });

  it('shows numbers with commas', () => {
    expect(numberText(13_817.4, 0)).toBe('13,817');
  });
});
