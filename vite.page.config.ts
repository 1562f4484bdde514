import { defineConfig } from 'vite';
import { yamlAsData } from './vite.yaml.config.ts';

/** The script of a bare page that runs the model in a browser, for the tests: one classic script, dist/page/page.js. */
export default defineConfig({
  plugins: [yamlAsData],
  build: {
    outDir: 'dist/page',
    emptyOutDir: false,
    copyPublicDir: false,
    minify: false,
    modulePreload: false,
    target: 'es2023',
    rolldownOptions: {
      input: 'test/browser/page.ts',
      output: { format: 'iife', entryFileNames: 'page.js', codeSplitting: false },
    },
  },
});
