/** A place: its files from the defaults upwards, laid over one another. */
import type { Mechanisms, Slot } from '../../model/arrangement.ts';
import { mechanisms as slots } from '../../model/arrangement.ts';
import { groupParameters } from '../../model/parameters.ts';
import type { Files } from './files.ts';
import { openFile } from './files.ts';
import type { Given, Giver, Raw } from './given.ts';
import { given } from './given.ts';
import { InputError } from './input-error.ts';
import { nearest } from './nearest.ts';
import { commonPaths, groupNames, pathInfo, townPaths } from './paths.ts';
import type { PathPart, Source } from './read-yaml.ts';
import type { Label, PlaceFile } from './schema.ts';
import { check, defaultsSchema, placeSchema } from './schema.ts';

export interface PlaceTown {
  number: string;
  kind: string;
  /** The municipality's name, if it has one. */
  name: string | undefined;
  focus: boolean;
  given: Map<string, Given>;
}

export interface Place {
  name: string;
  label: Label;
  source: Source;
  switchYear: number;
  priceYear: number;
  /** Shares of the stay beds in each unit; they add up to 1. */
  stayUnits: number[];
  kinds: { name: string; label: Label | undefined }[];
  towns: PlaceTown[];
  common: Map<string, Given>;
  groups: { name: string; label: Label | undefined; given: Map<string, Given> }[];
  mechanisms: Mechanisms;
}

/** What the highest layer of a place file says about one thing, and where. */
interface Said<T> {
  value: T;
  source: Source;
  at: PathPart[];
  by: Giver;
}

/**
 * Reads a place with everything it rests on.
 * @param asked what the user wrote, for messages
 */
export function readPlace(name: string, files: Files, asked: string): Place {
  const defaults = openFile('defaults', 'places', files, asked);
  const base = check(defaultsSchema, defaults);
  const chain = readChain(name, files, asked);
  const top = chain[chain.length - 1];

  // what each path is, from the defaults upwards; the kinds lie between the defaults and what a place says of its towns
  const defaultsBy: Giver = { giver: 'defaults', layer: 0, source: 'defaults' };
  const foundation = new Map<string, Given>();
  for (const { path, section, name: key, declared } of [...commonPaths, ...townPaths]) {
    const raw = base.parameters[section]?.[key] as Raw | undefined;
    if (raw !== undefined) {
      foundation.set(path, given(path, declared, raw, defaults, ['parameters', section, key], defaultsBy));
    }
  }
  const take = (into: Map<string, Given>, path: string, said: Said<Raw>) => {
    const info = pathInfo(path);
    if (!info) return;
    const label = foundation.get(path)?.label;
    into.set(path, given(path, info.declared, said.value, said.source, said.at, said.by, { label }));
  };

  const common = new Map(
    commonPaths.flatMap(({ path }) => (foundation.has(path) ? [[path, foundation.get(path) as Given]] : [])),
  );
  const townBase = new Map(
    townPaths.flatMap(({ path }) => (foundation.has(path) ? [[path, foundation.get(path) as Given]] : [])),
  );

  const kinds = readKinds(chain);
  const towns = readTowns(chain, kinds, asked);
  const alone = towns.filter(({ focus }) => focus).length === 1;
  for (const town of towns) {
    for (const [path, it] of townBase) town.given.set(path, it);
    const kind = kinds.get(town.kind);
    for (const [path, said] of kind?.parameters ?? []) take(town.given, path, said);
    if (town.focus && alone) for (const [path, said] of kind?.alone ?? []) take(town.given, path, said);
  }
  for (const { file, source, by } of chain) {
    for (const [path, raw] of Object.entries(file.parameters ?? {})) {
      if (raw === undefined) continue;
      const said = { value: raw as Raw, source, at: ['parameters', path], by };
      if (pathInfo(path)?.scope === 'common') take(common, path, said);
      else for (const town of towns) if (town.focus) take(town.given, path, said);
    }
  }

  const where = top.source.spot([]);
  for (const { path } of commonPaths)
    if (!common.has(path)) throw new InputError('missing_value', where, { found: path });
  for (const { path } of townPaths) {
    for (const town of towns) if (!town.given.has(path)) throw new InputError('missing_value', where, { found: path });
  }

  const stayUnits = latest(chain, 'stay_units');
  if (!stayUnits) throw new InputError('missing_key', where, { found: 'stay_units', expected: '@list' });
  const beds = stayUnits.reduce((sum, unit) => sum + unit, 0);
  return {
    name: top.file.place,
    label: top.file.label,
    source: top.source,
    switchYear: latest(chain, 'switch') ?? missing('switch', top.source),
    priceYear: latest(chain, 'year') ?? missing('year', top.source),
    stayUnits: stayUnits.map((unit) => unit / beds),
    kinds: [...kinds].map(([kind, { label }]) => ({ name: kind, label })),
    towns,
    common,
    groups: readGroups(base.groups, defaults, defaultsBy, chain),
    mechanisms: readMechanisms(base.mechanisms, chain),
  };
}

interface Layer {
  file: PlaceFile;
  source: Source;
  by: Giver;
}

/** The place's file and those it extends, the lowest first. */
function readChain(name: string, files: Files, asked: string): Layer[] {
  const chain: Layer[] = [];
  const seen: string[] = [];
  let next: string | undefined = name;
  let above: Source | undefined;
  while (next !== undefined) {
    const source: Source = above ? openExtended(next, files, above) : openFile(next, 'places', files, asked);
    const circle = seen.includes(source.file);
    seen.push(source.file);
    if (circle) {
      const found = seen.join(' → ');
      throw new InputError('circle', (above as Source).spot(['extends']), { key: 'extends', found });
    }
    const file = check(placeSchema, source);
    chain.unshift({ file, source, by: { giver: file.place, layer: 0, source: source.file } });
    next = file.extends === 'defaults' ? undefined : file.extends;
    above = source;
  }
  chain.forEach(({ by }, index) => {
    by.layer = index + 1;
  });
  return chain;
}

function openExtended(name: string, files: Files, above: Source): Source {
  try {
    return openFile(name, 'places', files, above.file, above.file);
  } catch (error) {
    // the name stands in a file, so the message points there
    if (error instanceof InputError && ['unknown_place', 'policy_first', 'file_missing'].includes(error.key)) {
      throw new InputError('unknown_place', above.spot(['extends']), { found: name }, error.nearest);
    }
    throw error;
  }
}

function latest<Key extends keyof PlaceFile>(chain: Layer[], key: Key): PlaceFile[Key] | undefined {
  let value: PlaceFile[Key] | undefined;
  for (const { file } of chain) if (file[key] !== undefined) value = file[key];
  return value;
}

function missing(key: string, source: Source): never {
  throw new InputError('missing_key', source.spot([]), { found: key, expected: '@number' });
}

interface Kind {
  label: Label | undefined;
  parameters: Map<string, Said<Raw>>;
  alone: Map<string, Said<Raw>>;
}

function readKinds(chain: Layer[]): Map<string, Kind> {
  const kinds = new Map<string, Kind>();
  for (const { file, source, by } of chain) {
    for (const [name, it] of Object.entries(file.kinds ?? {})) {
      const kind = kinds.get(name) ?? { label: undefined, parameters: new Map(), alone: new Map() };
      kinds.set(name, kind);
      kind.label = it.label ?? kind.label;
      for (const [path, raw] of Object.entries(it.parameters ?? {})) {
        kind.parameters.set(path, { value: raw as Raw, source, at: ['kinds', name, 'parameters', path], by });
      }
      for (const [path, raw] of Object.entries(it.in_focus_alone ?? {})) {
        kind.alone.set(path, { value: raw as Raw, source, at: ['kinds', name, 'in_focus_alone', path], by });
      }
    }
  }
  return kinds;
}

function readTowns(chain: Layer[], kinds: Map<string, Kind>, asked: string): PlaceTown[] {
  const layer = [...chain].reverse().find(({ file }) => file.municipalities !== undefined);
  const top = chain[chain.length - 1];
  if (!layer?.file.municipalities) throw new InputError('no_municipalities', top.source.spot([]));
  const towns: PlaceTown[] = [];
  const add = (number: string, kind: string, name: string | undefined, focus: boolean, at: PathPart[]) => {
    if (!kinds.has(kind)) {
      throw new InputError(
        'unknown_kind',
        layer.source.spot([...at, 'kind']),
        { found: kind },
        nearest(kind, kinds.keys()),
      );
    }
    if (towns.some((town) => town.number === number)) {
      throw new InputError('number_twice', layer.source.spot(at), { found: number });
    }
    towns.push({ number, kind, name, focus, given: new Map() });
  };
  layer.file.municipalities.forEach((entry, index) => {
    const at: PathPart[] = ['municipalities', index];
    if ('number' in entry) {
      // 0301 is a number to YAML, and its first 0 part of the name to everybody else
      const number = layer.source.written([...at, 'number']) ?? String(entry.number);
      add(number, entry.kind, entry.name, entry.focus ?? false, at);
      return;
    }
    const before = towns.filter(({ kind }) => kind === entry.kind).length;
    for (let i = 1; i <= entry.count; i++) add(`${entry.kind}-${before + i}`, entry.kind, undefined, false, at);
  });

  const chosen = [...chain].reverse().find(({ file }) => file.focus !== undefined);
  const focus = chosen?.file.focus;
  if (focus === 'all') for (const town of towns) town.focus = true;
  else if (chosen && focus) {
    for (const town of towns) town.focus = false;
    focus.forEach((wanted, index) => {
      const text = chosen.source.written(['focus', index]) ?? String(wanted);
      const town = towns.find(({ number }) => number === text) ?? towns.find(({ kind }) => kind === text);
      if (!town) {
        const names = [...towns.map(({ number }) => number), ...kinds.keys()];
        throw new InputError(
          'unknown_focus',
          chosen.source.spot(['focus', index]),
          { found: text },
          nearest(text, names),
        );
      }
      town.focus = true;
    });
  }
  if (!towns.some((town) => town.focus)) {
    throw new InputError(
      'no_focus',
      { ...top.source.spot([]), file: top.source.file || asked },
      { place: top.file.place, expected: '@focus-list' },
    );
  }
  return towns;
}

function readGroups(base: PlaceFile['groups'], defaults: Source, defaultsBy: Giver, chain: Layer[]): Place['groups'] {
  const groups = new Map<string, Place['groups'][number]>();
  const layers = [
    { groups: base, source: defaults, by: defaultsBy },
    ...chain.map(({ file, source, by }) => ({ groups: file.groups, source, by })),
  ];
  let last = defaults;
  for (const { groups: said, source, by } of layers) {
    for (const [name, numbers] of Object.entries(said ?? {})) {
      last = source;
      const group = groups.get(name) ?? { name, label: undefined, given: new Map<string, Given>() };
      groups.set(name, group);
      group.label = numbers.label ?? group.label;
      for (const key of groupNames) {
        const raw = numbers[key] as Raw | undefined;
        if (raw === undefined) continue;
        const path = `groups.${name}.${key}`;
        const label = group.given.get(key)?.label;
        group.given.set(key, given(path, groupParameters[key], raw, source, ['groups', name, key], by, { label }));
      }
    }
  }
  for (const { name, given: numbers } of groups.values()) {
    for (const key of groupNames) {
      if (!numbers.has(key))
        throw new InputError('missing_value', last.spot(['groups', name]), { found: `groups.${name}.${key}` });
    }
  }
  return [...groups.values()];
}

function readMechanisms(base: PlaceFile['mechanisms'], chain: Layer[]): Mechanisms {
  const found: Partial<Record<Slot, string>> = {};
  for (const said of [base, ...chain.map(({ file }) => file.mechanisms)]) {
    for (const [slot, mechanism] of Object.entries(said ?? {})) if (mechanism) found[slot as Slot] = mechanism;
  }
  for (const slot of Object.keys(slots)) {
    if (!found[slot as Slot])
      throw new InputError('missing_mechanism', chain[chain.length - 1].source.spot([]), { found: slot });
  }
  return found as Mechanisms;
}
