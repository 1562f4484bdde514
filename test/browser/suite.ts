import { describe, it } from 'vitest';
import { browsers, type Installed } from './browsers.ts';

/** A browser may take its time to start on a busy machine. */
const timeout = 120_000;

/** As `describe`, for tests that need this browser. Without it they are left out, or fail if FORLOP_REQUIRE_BROWSER=1. */
function suiteIn({ name, path }: Installed): (title: string, body: () => void) => void {
  return (title, body) => {
    if (path !== undefined) describe(title, { timeout }, body);
    else if (process.env.FORLOP_REQUIRE_BROWSER === '1') {
      describe(title, () => {
        it(`needs ${name}`, () => {
          throw new Error(`No ${name} found, and FORLOP_REQUIRE_BROWSER=1 asks for it.`);
        });
      });
    } else describe.skip(title, body);
  };
}

export const inChromium = suiteIn(browsers.chromium);
export const inFirefox = suiteIn(browsers.firefox);
