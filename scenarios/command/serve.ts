/** Serves the page, and the files of one result beside it, to this machine alone. */
import { open } from 'node:fs/promises';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

export interface Served {
  /** The page as it was built. */
  page: string;
  /** A result: where it is, what people call it, and the files that may be asked for. Null: the bundled answer. */
  result: { path: string; directory: string; names: readonly string[] } | null;
  /** 0: any free one. */
  port: number;
}

/** Where the page finds the files. */
const folder = 'result/';

/** Nothing is kept, nothing is sniffed, no other site may frame the page or read what it reads. */
const headers = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'content-security-policy': "frame-ancestors 'none'",
};

/**
 * Begins to serve.
 * @throws Error of the system when the port cannot be had
 */
export async function serve({ page, result, port }: Served): Promise<{ address: string; close: () => Promise<void> }> {
  const html = result === null ? page : pageOf(page);
  const server = createServer((request, response) => {
    answer(request, response, html, result).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { address: `http://127.0.0.1:${portOf(server)}/`, close };
}

/** The page that reads a result: without the bundled answer, and with the place of the files. */
export function pageOf(page: string): string {
  return page
    .replace(/<script\b[^>]*\bid="result"[^>]*>[\s\S]*?<\/script>/, '')
    .replace('</title>', () => `</title>\n    <meta name="result" content="${folder}" />`);
}

const portOf = (server: Server) => (server.address() as { port: number }).port;

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  html: string,
  result: Served['result'],
): Promise<void> {
  const say = (code: number, type: string, text: string) => {
    const body = Buffer.from(text);
    response.writeHead(code, { ...headers, 'content-type': `${type}; charset=utf-8`, 'content-length': body.length });
    response.end(request.method === 'HEAD' ? undefined : body);
  };
  // a site elsewhere can give its own name this machine's address, but not this name
  if (!/^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(request.headers.host ?? '')) {
    return say(403, 'text/plain', 'this page is only for this machine');
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') return say(405, 'text/plain', 'only reading is possible');
  const path = (request.url ?? '/').split(/[?#]/, 1)[0];
  if (path === '/' || path === '/index.html') return say(200, 'text/html', html);
  if (result !== null && path === `/${folder}`) {
    return say(200, 'application/json', JSON.stringify(await listing(result)));
  }
  // one of these names and nothing else: no path is ever put together from what was asked
  const name = result?.names.find((one) => path === `/${folder}${one}`);
  if (result === null || name === undefined) return say(404, 'text/plain', 'there is nothing here');
  await send(join(result.path, name), name, request, response).catch((error: unknown) => {
    if (response.headersSent) throw error;
    say(404, 'text/plain', 'this file cannot be read any more');
  });
}

async function listing({ path, directory, names }: NonNullable<Served['result']>): Promise<object> {
  const files = await Promise.all(names.map(async (name) => ({ name, bytes: await bytesOf(join(path, name)) })));
  return { directory, files: files.filter(({ bytes }) => bytes !== null) };
}

async function bytesOf(path: string): Promise<number | null> {
  const file = await open(path).catch(() => null);
  try {
    return file === null ? null : (await file.stat()).size;
  } finally {
    await file?.close();
  }
}

async function send(path: string, name: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const type = name.endsWith('.json') ? 'application/json' : 'text/csv';
    response.writeHead(200, { ...headers, 'content-type': `${type}; charset=utf-8`, 'content-length': size });
    if (request.method === 'HEAD' || size === 0) response.end();
    // what is written to the file meanwhile does not belong to what was promised
    else await pipeline(file.createReadStream({ end: size - 1, autoClose: false }), response);
  } finally {
    await file.close();
  }
}
