import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';
import { viteSingleFile } from 'vite-plugin-singlefile';
import { yamlAsData } from './vite.yaml.config.ts';

/**
 * The bundled answer stands in the page as data, not as code: it is read when the page has been drawn. `report` puts
 * another result in its place.
 */
const example: Plugin = {
  name: 'example',
  transformIndexHtml: {
    order: 'post',
    handler: () => [
      {
        tag: 'script',
        attrs: { type: 'application/json', id: 'result' },
        children: readFileSync(fileURLToPath(new URL('viz/example/medium.json', import.meta.url)), 'utf8').replace(
          /</g,
          '\\u003c',
        ),
        injectTo: 'body',
      },
    ],
  },
};

/**
 * Two packages try by `eval` what the engine can do. The page's policy forbids that, and Firefox tells of it each time. One
 * asks for generators, which every browser that reads this file has; the other is told not to make code from text.
 */
const noEval: Plugin = {
  name: 'no-eval',
  enforce: 'pre',
  resolveId: (id) => (id === '@stdlib/assert-has-generator-support' ? '\0generators' : null),
  load: (id) => (id === '\0generators' ? 'module.exports = () => true;' : null),
  transform(code, id) {
    if (!id.endsWith('/zod/v4/core/core.js')) return null;
    return `${code}\nglobalConfig.jitless = true;\n`;
  },
};

/** Packages whose code is in the page or its worker, with licence and author; those of one family stand once. */
const packages = new Map<string, string>();

/**
 * The page names the packages that are in it once: their own notices, one a file, would be a fifth of what is loaded.
 */
const notices: Plugin = {
  name: 'notices',
  renderChunk(_, { moduleIds }) {
    for (const id of moduleIds) {
      const [folder, name] = /^.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(id.replace(/^\0/, '')) ?? [];
      if (folder === undefined || name === undefined || packages.has(name)) continue;
      const { license, author } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
      const family = name.replace(/\/.*/, '');
      packages.set(name, `${family} (${license}, ${author?.name ?? author ?? 'its authors'})`);
    }
  },
  transformIndexHtml: {
    order: 'post',
    handler: (html) => {
      const named = [...new Set(packages.values())]
        .sort()
        .join('; ')
        .replace(/\s*<[^>]*>|--+/g, '');
      return html.replace('</html>', `<!-- With code of ${named}. -->\n</html>`);
    },
  },
};

const output = { comments: { legal: false, annotation: false, jsdoc: false } };

/** The viewer: one file, dist/site/index.html, that a web server, a folder on disk or `forlop view` opens alike. */
export default defineConfig({
  root: 'viz/page',
  base: './',
  plugins: [noEval, yamlAsData, notices, viteSingleFile({ removeViteModuleLoader: true }), example],
  worker: { format: 'iife', plugins: () => [noEval, yamlAsData, notices], rolldownOptions: { output } },
  build: {
    outDir: '../../dist/site',
    emptyOutDir: true,
    modulePreload: false,
    target: 'es2023',
    assetsInlineLimit: Number.MAX_SAFE_INTEGER,
    chunkSizeWarningLimit: 10_000,
    rolldownOptions: { output },
  },
});
