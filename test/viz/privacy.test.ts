/** What docs/privacy.md says of the code. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { report } from '../../viz/report/report.ts';
import { tiny } from '../scenarios/experiment/small-experiment.ts';
import { written } from './result/directory.ts';

const room = mkdtempSync(join(tmpdir(), 'forlop-privacy-'));
afterAll(() => rmSync(room, { recursive: true, force: true }));

/** The code of program and page. */
const sources = execFileSync(
  'git',
  ['ls-files', '-z', '--cached', '--others', '--exclude-standard', 'model', 'scenarios', 'viz'],
  {
    encoding: 'utf8',
  },
)
  .split('\0')
  .filter((path) => /\.(ts|html|css)$/.test(path));

/** Files in which a pattern is found. */
const having = (pattern: RegExp) => sources.filter((path) => pattern.test(readFileSync(path, 'utf8')));

describe('the code', () => {
  it('stores nothing in the browser', () => {
    expect(having(/\b(localStorage|sessionStorage|indexedDB|caches|serviceWorker|document\.cookie)\b/)).toEqual([]);
  });

  it('opens no connection, but for the files that the page was served with', () => {
    expect(having(/\b(XMLHttpRequest|WebSocket|EventSource|sendBeacon|RTCPeerConnection|importScripts)\b/)).toEqual([]);
    expect(having(/\bfetch\(/)).toEqual(['viz/result/fetched.ts']);
    expect(having(/from 'node:(http|https|net|dgram|tls|dns|http2)'/)).toEqual(['scenarios/command/serve.ts']);
    // which listens and never asks
    expect(readFileSync('scenarios/command/serve.ts', 'utf8')).toMatch(/import \{ createServer \} from 'node:http'/);
    expect(readFileSync('scenarios/command/serve.ts', 'utf8')).toContain("listen(port, '127.0.0.1'");
  });

  it('has the policy that the page on privacy quotes', () => {
    const [, policy] =
      /Content-Security-Policy"\s+content="([^"]*)"/.exec(readFileSync('viz/page/index.html', 'utf8')) ?? [];
    expect(policy).toBeDefined();
    expect(readFileSync('docs/privacy.md', 'utf8')).toContain(`\`${policy}\``);
  });
});

describe('a report', () => {
  it('holds simulated persons, but neither the files of the place nor where they lay', async () => {
    const directory = join(room, 'result');
    await written(directory, ['tiny', 'tiny+framework:passed-on'], { replications: 2 });
    expect(readFileSync(join(directory, 'run.json'), 'utf8')).toContain(JSON.stringify(tiny).slice(1, -1));
    const page =
      '<html><head><title></title></head><body><div id="app"></div><script id="result"></script></body></html>';
    const { html } = await report({ directory, page, lang: 'en' });
    expect(html).toContain('"person"');
    expect(html).not.toContain('tiny.yaml');
    expect(html).not.toContain('stay_units');
    expect(html).not.toContain(room);
  });
});
