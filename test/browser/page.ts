/** What the bare test page offers to the tests: the model, bundled as it is. */
import { digestOfMedium } from './digest.ts';
import { textbookDigest } from './textbook-digest.ts';

Object.assign(globalThis, { digestOfMedium, textbookDigest });
