import { configDefaults, defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { yamlAsData } from './vite.yaml.config.ts';

/** What takes longest is begun first: begun last, it would run alone while the other processor has nothing to do. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const long = ({ moduleId }: TestSpecification) =>
      /\/test\/(verify\/.*(verify|twin)|viz\/live\/live|viz\/browser\/accessible)\.test\.ts$/.test(moduleId);
    return [...sorted.filter(long), ...sorted.filter((file) => !long(file))];
  }
}

export default defineConfig({
  plugins: [yamlAsData],
  test: {
    include: ['test/**/*.test.ts'],
    exclude: [...configDefaults.exclude, 'dist/**'],
    globalSetup: ['test/build.ts'],
    // one short of all is the rule, which leaves half of a machine of two idle
    maxWorkers: '100%',
    sequence: { sequencer: LongestFirst },
    setupFiles: ['test/setup.ts'],
    reporters: ['default', './test/closing-lines.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    coverage: {
      provider: 'v8',
      include: ['model/**/*.ts', 'scenarios/**/*.ts'],
      reporter: ['text-summary', 'html'],
    },
  },
});
