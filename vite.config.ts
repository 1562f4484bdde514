import { chmodSync, existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig, type EnvironmentOptions, type Plugin } from 'vite';
import { yamlAsData } from './vite.yaml.config.ts';

/** The programs for Node, each built into one file dist/NAME.js. One that is not written yet is left out. */
const programs = Object.entries({
  forlop: 'scenarios/command/main.ts',
  worker: 'scenarios/experiment/worker.ts',
  audit: 'scenarios/command/audit.ts',
  docs: 'scenarios/command/docs.ts',
  report: 'viz/report/report.ts',
  example: 'viz/example/make.ts',
  bench: 'test/bench/bench.ts',
  verify: 'test/verify/verify.ts',
  pictures: 'test/viz/pictures.ts',
}).filter(([, source]) => existsSync(fileURLToPath(new URL(source, import.meta.url))));

/** An environment each: several entries of one build would share chunks, and the worker must load on its own. */
function program(name: string, source: string): EnvironmentOptions {
  return {
    consumer: 'server',
    // these stay packages: they load files that lie beside their own (the thread's start, the words of nb, a browser's driver)
    resolve: { noExternal: true, external: ['piscina', 'yargs', 'playwright-core'] },
    build: {
      ssr: source,
      target: 'node20',
      outDir: 'dist',
      emptyOutDir: false,
      copyPublicDir: false,
      minify: false,
      sourcemap: true,
      rolldownOptions: {
        output: {
          entryFileNames: `${name}.js`,
          codeSplitting: false,
          banner: name === 'forlop' ? '#!/usr/bin/env node' : '',
        },
      },
    },
  };
}

/** Lets a shell start dist/forlop.js. */
const executable: Plugin = {
  name: 'executable',
  applyToEnvironment: (environment) => environment.name === 'forlop',
  writeBundle: ({ dir }) => chmodSync(`${dir}/forlop.js`, 0o755),
};

export default defineConfig({
  plugins: [yamlAsData, executable],
  environments: Object.fromEntries(programs.map(([name, source]) => [name, program(name, source)])),
  builder: {
    buildApp: async (builder) => {
      // without this, vite would look for a page where there is no program to build
      if (programs.length === 0)
        for (const environment of Object.values(builder.environments)) environment.isBuilt = true;
      for (const [name] of programs) await builder.build(builder.environments[name]!);
    },
  },
});
