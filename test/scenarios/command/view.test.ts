import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pageOf, serve } from '../../../scenarios/command/serve.ts';
import { openResults } from '../../../scenarios/results/directory.ts';
import { filesFetched, servedAt } from '../../../viz/result/fetched.ts';
import { run } from '../experiment/small-experiment.ts';
import { capture, forlop, printed } from './captured.ts';

capture();
const room = mkdtempSync(join(tmpdir(), 'forlop-view-'));
const directory = join(room, 'mine');
const page =
  '<html><head><title>T</title></head><body><script type="application/json" id="result">{"a":1}</script></body></html>';
const names = ['bands.csv', 'run.json'];
afterAll(() => rmSync(room, { recursive: true, force: true }));
beforeAll(async () => {
  await run(['tiny', 'tiny+framework:passed-on'], { replications: 1 }, openResults(directory, { force: false }));
}, 60_000);

/** Serves and closes again. */
async function served<T>(what: Partial<Parameters<typeof serve>[0]>, use: (address: string) => Promise<T>): Promise<T> {
  const { address, close } = await serve({
    page,
    result: { path: directory, directory: 'mine', names },
    port: 0,
    ...what,
  });
  try {
    return await use(address);
  } finally {
    await close();
  }
}

/** A request as it is, without what `fetch` makes right before sending it. */
function raw(address: string, path: string, host: string, method = 'GET'): Promise<{ code: number; body: string }> {
  const { port } = new URL(address);
  return new Promise((resolve, reject) => {
    get({ host: '127.0.0.1', port, path, method, headers: { host } }, (response) => {
      let body = '';
      response.on('data', (chunk) => {
        body += chunk;
      });
      response.on('end', () => resolve({ code: response.statusCode ?? 0, body }));
    }).on('error', reject);
  });
}

describe('what is served', () => {
  it('is the page as it was built where there is no result', () =>
    served({ result: null }, async (address) => {
      expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
      const response = await fetch(address);
      expect(await response.text()).toBe(page);
      expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect((await fetch(`${address}result/`)).status).toBe(404);
    }));

  it('is, with a result, the page that is told where the files are, without the bundled answer', () =>
    served({}, async (address) => {
      const text = await (await fetch(address)).text();
      expect(text).toContain('<meta name="result" content="result/" />');
      expect(text).not.toContain('{"a":1}');
      expect(text).toBe(pageOf(page));
    }));

  it('is the files of the result, byte by byte, as the reader of the page fetches them', () =>
    served({}, async (address) => {
      const files = await filesFetched(`${address}result/`);
      expect(files.directory).toBe('mine');
      expect(files.names).toEqual(names);
      const bands = readFileSync(join(directory, 'bands.csv'), 'utf8');
      expect(files.size('bands.csv')).toBe(Buffer.byteLength(bands));
      let text = '';
      for await (const chunk of files.chunks('bands.csv')) text += chunk;
      expect(text).toBe(bands);
      expect(await files.text('run.json')).toBe(readFileSync(join(directory, 'run.json'), 'utf8'));
    }));

  it('may be left in the middle of a file', () =>
    served({}, async (address) => {
      const files = await filesFetched(`${address}result/`);
      for await (const chunk of files.chunks('bands.csv')) {
        expect(chunk.startsWith('scenario,base,')).toBe(true);
        break;
      }
      expect((await fetch(address)).ok).toBe(true);
    }));

  it('is nothing but the named files: no path leads out', () =>
    served({}, async (address) => {
      writeFileSync(join(room, 'secret.csv'), 'secret');
      const host = new URL(address).host;
      for (const path of [
        '/result/summary.csv',
        '/result/../secret.csv',
        '/result/..%2fsecret.csv',
        '/result/%2e%2e/secret.csv',
        '/result//etc/passwd',
        '/secret.csv',
        '/result/bands.csv/',
        '/result/bands.csv%00',
        '//etc/passwd',
        '/..',
      ]) {
        const { code, body } = await raw(address, path, host);
        expect(code, path).toBe(404);
        expect(body, path).not.toContain('secret');
      }
    }));

  it('is only for names of this machine, and only to be read', () =>
    served({}, async (address) => {
      const { port } = new URL(address);
      for (const host of ['localhost', '127.0.0.1', '[::1]', `localhost:${port}`]) {
        expect((await raw(address, '/', host)).code, host).toBe(200);
      }
      for (const host of ['evil.example', `evil.example:${port}`, 'localhost.evil.example', '127.0.0.1.evil.example']) {
        expect((await raw(address, '/result/bands.csv', host)).code, host).toBe(403);
      }
      expect((await raw(address, '/', 'localhost', 'POST')).code).toBe(405);
      expect(await raw(address, '/', 'localhost', 'HEAD')).toEqual({ code: 200, body: '' });
      const { headers } = await fetch(`${address}result/bands.csv`);
      expect(headers.get('access-control-allow-origin')).toBeNull();
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    }));

  it('says so when a file is gone meanwhile', () =>
    served({}, async (address) => {
      renameSync(join(directory, 'bands.csv'), join(directory, 'away'));
      try {
        expect((await fetch(`${address}result/bands.csv`)).status).toBe(404);
        const files = await filesFetched(`${address}result/`);
        expect(files.names).toEqual(['run.json']);
      } finally {
        renameSync(join(directory, 'away'), join(directory, 'bands.csv'));
      }
    }));

  it('is where the page looks for it', () => {
    const meta = (content: string | null) => ({ querySelector: () => content && { getAttribute: () => content } });
    expect(servedAt(meta('result/') as never)).toBe('result/');
    expect(servedAt(meta(null) as never)).toBeNull();
  });
});

describe('before anything is served', () => {
  it('a directory that is no result, or not whole, ends with code 2 and one message', async () => {
    expect(await forlop(`view ${room}`)).toBe(2);
    expect(printed.err).toBe(`${room}: there is no run.json; expected the directory of a result\n`);
    printed.err = '';
    renameSync(join(directory, 'flows.csv'), join(room, 'flows.csv'));
    try {
      expect(await forlop(`view ${directory} --lang nb`)).toBe(2);
      expect(printed.err).toBe(`${join(directory, 'flows.csv')} mangler; ventet alle filene i resultatet\n`);
    } finally {
      renameSync(join(room, 'flows.csv'), join(directory, 'flows.csv'));
    }
    expect(printed.out).toBe('');
  });

  it('a port that another program uses ends with code 2', () =>
    served({}, async (address) => {
      const { port } = new URL(address);
      expect(await forlop(`view ${directory} --port ${port}`)).toBe(2);
      expect(printed.err).toBe(`--port ${port}: another program uses it; give another number, or leave it out.\n`);
    }));

  it('a number that is no port ends with code 2', async () => {
    expect(await forlop('view --port 70000')).toBe(2);
    expect(printed.err).toBe('--port is "70000"; expected a whole number from 0 to 65535.\n');
  });
});

describe('the built program', () => {
  it('says where the page is, serves it, and ends with code 0 by Ctrl-C', async () => {
    const child = spawn(process.execPath, ['dist/forlop.js', 'view', directory, '--lang', 'nb'], {
      env: { ...process.env, VITEST: undefined },
    });
    const said = await new Promise<string>((resolve, reject) => {
      let out = '';
      child.stdout.on('data', (chunk) => {
        out += chunk;
        if (out.split('\n').length > 2) resolve(out);
      });
      child.stderr.on('data', (chunk) => reject(new Error(String(chunk))));
    });
    const [, address] = /på (http:\S+) med resultatet mine\./.exec(said) ?? [];
    expect(said).toContain('Ctrl-C avslutter.');
    const text = await (await fetch(address)).text();
    expect(text).toContain('<meta name="result" content="result/" />');
    // a connection that is kept open does not keep the program
    const ended = new Promise((resolve) => child.on('exit', (code, signal) => resolve(signal ?? code)));
    child.kill('SIGINT');
    expect(await ended).toBe(0);
  });
});
