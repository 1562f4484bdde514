/** Has a worker read a result directory, and puts it in place of what is shown. */
import { number } from '../../../scenarios/words/format.ts';
import type { Label, Language } from '../../../scenarios/words/words.ts';
import { unwrap } from '../../live/parcel.ts';
import type { FromReader, Source } from '../../live/reader.ts';
import type { Result } from '../../result/result.ts';
import type { Reading } from '../../result/result-files.ts';
import { say } from '../../words/words.ts';

export interface ReadingListener {
  reading: (reading: Reading) => void;
  read: (result: Result, notices: Label[]) => void;
  refused: (message: Label) => void;
}

/** @returns ends the reading */
export function readInWorker(makeWorker: () => Worker, source: Source, listener: ReadingListener): () => void {
  const worker = makeWorker();
  worker.onmessage = ({ data }: MessageEvent<FromReader>) => {
    if (data.kind === 'reading') return listener.reading(data.reading);
    worker.terminate();
    if (data.kind === 'refused') return listener.refused(data.message);
    return listener.read(unwrap(data.result), data.notices);
  };
  worker.onerror = (event) => {
    event.preventDefault();
    worker.terminate();
    listener.refused({ en: event.message, nb: event.message });
  };
  worker.postMessage({ kind: 'begin', role: 'reader', source });
  return () => worker.terminate();
}

/** `Reading flows.csv: 120,000 rows, 40%`. */
export function readingText(lang: Language, { file, rows, share }: Reading): string {
  return say(lang, 'reading', { file, rows: number(lang, rows), share: number(lang, share * 100) });
}
