import { configDefaults, defineConfig } from 'vitest/config';
import { yamlAsData } from '../../vite.yaml.config.ts';

/**
 * The quick tests of the model, for `npm run mutate`. Left out are those that need dist/ and those that simulate for
 * seconds, which every mutant would have to wait for.
 */
const slow = ['copy', 'properties', 'base', 'census', 'kernel/network.properties', 'kernel/draws'];

export default defineConfig({
  plugins: [yamlAsData],
  test: {
    include: ['test/model/**/*.test.ts'],
    exclude: [...configDefaults.exclude, ...slow.map((name) => `test/model/${name}.test.ts`)],
    setupFiles: ['test/setup.ts'],
    // loading the model anew for each file takes longer than its tests
    isolate: false,
    testTimeout: 30_000,
  },
});
