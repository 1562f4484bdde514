/** What the bare test page offers to the tests: the model, bundled as it is. Node runs it too. */
import { selfTest } from '../../scenarios/experiment/selftest.ts';
import { digestOfMedium } from './digest.ts';
import { textbookDigest } from './textbook-digest.ts';

Object.assign(globalThis, { digestOfMedium, selfTest, textbookDigest });
