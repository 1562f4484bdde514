import { readdirSync, readFileSync } from 'node:fs';
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

interface Licensed {
  /** Packages of one family stand once. */
  family: string;
  licence: string;
  author: string;
  /** What its licence asks to be handed on. */
  text: string;
}

/** Packages whose code is in the page or its worker. */
const packages = new Map<string, Licensed>();

function licensed(folder: string, name: string): Licensed {
  const { license, author } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
  const files = readdirSync(folder).filter((file) => /^(licen[cs]e|notice|copying)/i.test(file));
  const texts = files.map((file) => readFileSync(`${folder}/${file}`, 'utf8'));
  // one package has it at the end of its README
  if (texts.length === 0)
    texts.push(...(/^#* *licen[cs]e[\s\S]*/im.exec(readFileSync(`${folder}/README.md`, 'utf8')) ?? []));
  return {
    family: name.replace(/\/.*/, ''),
    licence: license,
    author: author?.name ?? author ?? 'its authors',
    text: texts.map((text) => text.trim()).join('\n\n'),
  };
}

/**
 * The page names the packages that are in it once, and their licences stand in a file beside it: the notices in the code, one
 * a file, would be a fifth of what is loaded.
 */
const notices: Plugin = {
  name: 'notices',
  renderChunk(_, { moduleIds }) {
    for (const id of moduleIds) {
      const [folder, name] = /^.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(id.replace(/^\0/, '')) ?? [];
      if (folder !== undefined && name !== undefined && !packages.has(name)) packages.set(name, licensed(folder, name));
    }
  },
  generateBundle() {
    // the font comes through a style sheet, not as a module
    const font = '@fontsource-variable/inter';
    packages.set(font, licensed(`node_modules/${font}`, font));
    const byText = new Map<string, string[]>();
    for (const [name, { text, licence }] of packages) {
      byText.set(text, [...(byText.get(text) ?? []), `${name} (${licence})`]);
    }
    const parts = [...byText].map(([text, names]) => `${names.sort().join(', ')}\n\n${text}\n`).sort();
    this.emitFile({ type: 'asset', fileName: 'licences.txt', source: parts.join(`\n${'-'.repeat(72)}\n\n`) });
  },
  transformIndexHtml: {
    order: 'post',
    handler: (html) => {
      const all = [...packages.values()].map(({ family, licence, author }) => `${family} (${licence}, ${author})`);
      const named = [...new Set(all)]
        .sort()
        .join('; ')
        .replace(/\s*<[^>]*>|--+/g, '');
      return html.replace(
        '</html>',
        `<!-- With code of ${named}. Their licences: licences.txt, beside the page as it is built. -->\n</html>`,
      );
    },
  },
};

const output = { comments: { legal: false, annotation: false, jsdoc: false } };

/** The viewer: one file, dist/site/index.html, that a web server, a folder on disk or `forlop view` opens alike. */
export default defineConfig({
  root: 'viz/page',
  base: './',
  plugins: [noEval, yamlAsData, notices, viteSingleFile({ removeViteModuleLoader: true }), example],
  worker: {
    format: 'iife',
    plugins: () => [noEval, yamlAsData, { ...notices, generateBundle: undefined }],
    rolldownOptions: { output },
  },
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
