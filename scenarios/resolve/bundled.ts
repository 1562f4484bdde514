/** The places and policies that come with Forløp, as text. */
/// <reference types="vite/client" />

const placeFiles = import.meta.glob<string>('../places/*.yaml', { query: '?raw', import: 'default', eager: true });
const policyFiles = import.meta.glob<string>('../policies/*.yaml', { query: '?raw', import: 'default', eager: true });

function byName(files: Record<string, string>): Record<string, string> {
  const named: Record<string, string> = {};
  for (const path of Object.keys(files).sort()) {
    const name = /([^/]+)\.yaml$/.exec(path)?.[1];
    if (name) named[name] = files[path];
  }
  return named;
}

export interface Bundle {
  /** Name → YAML; `defaults` is what every place rests on. */
  places: Record<string, string>;
  policies: Record<string, string>;
}

export const bundled: Bundle = { places: byName(placeFiles), policies: byName(policyFiles) };
