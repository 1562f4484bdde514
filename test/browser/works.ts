/** What must have the same digits in this Node, in other Nodes and in browsers. */
import { selfTest } from '../../scenarios/experiment/selftest.ts';
import { digestOfMedium } from './digest.ts';
import { textbookDigest } from './textbook-digest.ts';

/** The script of dist/page/page.js, which offers the same functions to browsers and other Nodes. */
export const page = 'dist/page/page.js';

export interface Work {
  what: string;
  /** How the script is asked. */
  call: string;
  /** Worked out here, once: it is the same for all. */
  inNode: () => string;
}

export const works: Work[] = [
  { what: 'medium', call: 'globalThis.digestOfMedium(1)', inNode: once(() => digestOfMedium(1)) },
  { what: 'the textbook queues', call: 'globalThis.textbookDigest()', inNode: once(textbookDigest) },
  { what: 'the self-test', call: 'globalThis.selfTest()', inNode: once(selfTest) },
];

function once(make: () => string): () => string {
  let made: string | undefined;
  return () => (made ??= make());
}
