/** The script of every worker of the page. Its first message says what it is. */
import { Analyst } from './analyst.ts';
import type { Begin, ToAnalyst } from './messages.ts';
import { read } from './reader.ts';
import { simulate } from './simulator.ts';
import { written } from './writer.ts';

let analyst: Analyst | null = null;

self.onmessage = ({ data }: MessageEvent<Begin | ToAnalyst>) => {
  if (data.kind === 'sign') self.postMessage(data);
  else if (data.kind !== 'begin') {
    if (!analyst) throw new Error(`"${data.kind}" is for an analyst`);
    analyst.hear(data);
  } else if (data.role === 'simulator') simulate(data.port, data.of);
  else if (data.role === 'writer') self.postMessage(written(data.question));
  else if (data.role === 'reader') read(data.source, (message) => self.postMessage(message));
  else analyst = new Analyst((message) => self.postMessage(message));
};
