/** What the bare test page offers to the tests: the model, bundled as it is. */
import { digestOfMedium } from './digest.ts';

Object.assign(globalThis, { digestOfMedium });
