import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

export interface Installed {
  name: string;
  /** Undefined when it was not found. */
  path: string | undefined;
}

/** The browsers of the system, or those that CHROMIUM_PATH and FIREFOX_PATH name. None is ever downloaded. */
export const browsers = {
  chromium: {
    name: 'Chromium',
    path: find(process.env.CHROMIUM_PATH, ['chromium', 'chromium-browser', 'google-chrome']),
  },
  firefox: { name: 'Firefox', path: find(process.env.FIREFOX_PATH, ['firefox-esr', 'firefox']) },
} satisfies Record<string, Installed>;

/** Where a program is: the given path if there is one, else the first of the names that is on the PATH. */
function find(given: string | undefined, names: string[]): string | undefined {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin'];
  const candidates = given ? [given] : names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return candidates.find((path) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
