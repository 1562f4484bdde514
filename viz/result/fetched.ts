/** A result directory that `forlop view` serves beside the page. */
import { ResultError } from './result-error.ts';
import type { ResultFiles } from './result-files.ts';

/** What `view` answers about the directory: its name, and its files with their sizes in bytes. */
interface Listing {
  directory: string;
  files: { name: string; bytes: number }[];
}

/** The page that `view` serves says where the files are: `<meta name="result" content="result/">`. Null: it serves none. */
export function servedAt(page: {
  querySelector(selector: string): { getAttribute(name: string): string | null } | null;
}) {
  return page.querySelector('meta[name="result"]')?.getAttribute('content') ?? null;
}

/**
 * @param address whole (a worker has no page to be relative to), with a slash at its end
 * @throws ResultError when nothing answers there
 */
export async function filesFetched(address: string): Promise<ResultFiles> {
  const listing = (await (await answered(address, address)).json()) as Listing;
  const sizes = new Map(listing.files.map(({ name, bytes }) => [name, bytes]));
  const at = (name: string) => answered(new URL(encodeURIComponent(name), address).href, name);
  return {
    directory: listing.directory,
    names: [...sizes.keys()],
    size: (name) => sizes.get(name) ?? null,
    text: async (name) => (await at(name)).text(),
    chunks: (name) => chunksOf(async () => (await at(name)).body, name),
  };
}

async function answered(address: string, file: string): Promise<Response> {
  const response = await fetch(address).catch(() => null);
  if (response?.ok) return response;
  throw new ResultError('files_unreadable', { file }, { found: response === null ? '–' : response.status });
}

/** A stream of bytes as text; whoever leaves before the end closes it. */
export async function* chunksOf(
  open: () => Promise<ReadableStream<Uint8Array> | null>,
  file: string,
): AsyncGenerator<string> {
  const reader = (await open())?.getReader();
  if (!reader) return;
  const decoder = new TextDecoder();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      const text = decoder.decode(value, { stream: !done });
      if (text !== '') yield text;
      if (done) return;
    }
  } catch (error) {
    if (error instanceof ResultError) throw error;
    throw new ResultError('files_unreadable', { file }, { found: error instanceof Error ? error.name : String(error) });
  } finally {
    // closed already, or left alone
    await reader.cancel().catch(() => undefined);
  }
}
