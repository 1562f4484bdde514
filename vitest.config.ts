import { configDefaults, defineConfig } from 'vitest/config';
import { yamlAsData } from './vite.yaml.config.ts';

export default defineConfig({
  plugins: [yamlAsData],
  test: {
    include: ['test/**/*.test.ts'],
    exclude: [...configDefaults.exclude, 'dist/**'],
    globalSetup: ['test/build.ts'],
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
