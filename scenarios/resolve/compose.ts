/** From a scenario's name to its plan: the place, the policies over it in any order, and `--set`. */
import type { Arrangement, Mechanisms, Segment, Slot } from '../../model/arrangement.ts';
import { inForce } from '../../model/arrangement.ts';
import { dateOf, newYear } from '../../model/kernel/calendar.ts';
import { townParameters } from '../../model/parameters.ts';
import { refuseContradictions } from './contradictions.ts';
import type { Files } from './files.ts';
import type { DatedValue, Given } from './given.ts';
import { dayOfText, given } from './given.ts';
import type { Spot } from './input-error.ts';
import { InputError } from './input-error.ts';
import { nearest } from './nearest.ts';
import { needShare } from './need-share.ts';
import { parameterPaths, pathInfo } from './paths.ts';
import type { Place } from './place.ts';
import { readPlace } from './place.ts';
import type { Dated, Formula, Plan, Quantity } from './plan.ts';
import type { Change, Policy } from './policy.ts';
import { readPolicy } from './policy.ts';
import type { Draw } from './realise.ts';
import { asGiven, realise } from './realise.ts';
import { parseScenarioName } from './scenario-name.ts';
import type { Claim, Label } from './schema.ts';

export interface ResolveOptions extends Files {
  /** `--set`: `path=value` for the whole run, or `path@date=value` from that date. */
  sets?: readonly string[];
  /** Years after the switch. */
  years: number;
  /** Years before it. */
  history: number;
  /** Every policy with its strength set to zero (the audit). */
  zero?: boolean;
}

export interface PolicyReached {
  name: string;
  /** The policy's own name with its variant, `framework:passed-on`. */
  fullName: string;
  label: Label;
  variant: string | undefined;
  /** False where the bare name means this variant. */
  variantNamed: boolean;
  asks: Label | undefined;
  reach: 'focus' | 'all';
  /** Numbers of the municipalities that it reaches. */
  towns: string[];
  /** The part of the place's new need that arises in them, at the switch; 0–1. */
  needShare: number;
  /** What it decides: slot → mechanism. */
  mechanisms: Partial<Mechanisms>;
  sources: string[];
}

/** One parameter with what is known about it, for `describe` and `parameters.csv`. */
export interface ParameterRow {
  /** `section.name`, `groups.NAME.number`, or `policy:variant/section.name`. */
  path: string;
  scope: 'town' | 'common' | 'group' | 'policy';
  /** Municipalities in focus by number and others by kind, separated by spaces; `all`. */
  municipality: string;
  /** NaN: left to the municipality's priority. */
  value: number;
  unit: string;
  low: number;
  high: number;
  source: string;
  confidence: string;
  heldBy: string | undefined;
  /** Whether every future draws it. */
  drawn: boolean;
  label: Label | undefined;
  /** The first day of a dated value, ISO; null from the beginning. */
  from: string | null;
  /** What a policy does with it. */
  operation: 'set' | 'scale' | 'add' | null;
}

export interface Resolved {
  /** The scenario's name, with files called by the name inside them. */
  name: string;
  place: { name: string; label: Label; towns: PlaceTownName[]; kinds: { name: string; label: Label | undefined }[] };
  label: Label;
  policies: PolicyReached[];
  /** What is in force in the municipalities in focus from the switch on; null: a result of another version does not say. */
  mechanisms: Mechanisms | null;
  /** What is taken as a condition of a municipality in focus, where others leave it to their priority. */
  conditions: { path: string; value: number; municipality: string }[];
  switchYear: number;
  priceYear: number;
  groups: { name: string; label: Label | undefined }[];
  /** At the values. NaN where a number is left to the municipality's priority; null in JSON. */
  arrangement: Arrangement;
  plan: Plan;
  parameters: ParameterRow[];
  claims: (Claim & { policy: string })[];
}

/** What is known about a scenario when only its findings are at hand: all but the numbers that a run is made of. */
export type ScenarioFacts = Omit<Resolved, 'arrangement' | 'plan'> & {
  /** The letter it keeps although others came and went; left out: its place in the order. */
  letter?: string;
};

export interface PlaceTownName {
  number: string;
  kind: string;
  name: string | undefined;
  focus: boolean;
}

/**
 * Resolves a scenario.
 * @param text `medium+framework:held-back@all`, `./our-town.yaml+purchaser-provider`
 * @throws InputError with the one thing that is wrong
 */
export function resolveScenario(text: string, options: ResolveOptions): Resolved {
  const named = parseScenarioName(text);
  const place = readPlace(named.place, options, text);
  const policies = named.policies.map((policy, index) => readPolicy(policy, options, text, 100 + index));
  const spot: Spot = { file: text, line: null, column: null, path: '' };
  refuseSecond(policies, spot);

  const time = timeOf(place, options, spot);
  const sets = layOver(place, options.sets ?? [], time);
  const applied = options.zero ? policies.map(withoutStrength) : policies;
  for (const policy of applied) refuseReach(policy, place, time, spot);
  const conditional = applied.map((policy) => ({ ...policy, conditions: conditionsOf(policy, place) }));
  refuseSecondSet(conditional, place, sets, time);

  const plan = assemble(place, conditional, sets, time, options);
  refuseContradictions(plan.plan, plan.where);
  if (!options.zero) for (const policy of conditional) refuseIdle(policy, place, sets, time, options, spot);

  const arrangement = realise(plan.plan, asGiven);
  const name = [place.name, ...policies.map((policy) => policy.text)].join('+');
  return {
    name,
    place: {
      name: place.name,
      label: place.label,
      towns: place.towns.map(({ number, kind, name: itsName, focus }) => ({ number, kind, name: itsName, focus })),
      kinds: place.kinds,
    },
    label: {
      en: [place.label.en, ...policies.map((policy) => policy.label.en)].join(' + '),
      nb: [place.label.nb, ...policies.map((policy) => policy.label.nb)].join(' + '),
    },
    policies: conditional.map((policy) => {
      const reach = reachOf(policy, undefined);
      const towns = place.towns.filter(({ focus }) => focus || reach === 'all').map(({ number }) => number);
      return {
        name: policy.name,
        fullName: policy.fullName,
        label: policy.label,
        variant: policy.variant,
        variantNamed: policy.variantNamed,
        asks: policy.asks,
        reach,
        towns,
        needShare: needShare(arrangement, towns),
        mechanisms: Object.fromEntries(policy.mechanisms.map(({ slot, mechanism }) => [slot, mechanism])),
        sources: policy.sources,
      };
    }),
    mechanisms: mechanismsInForce(arrangement),
    conditions: conditionsInForce(arrangement),
    switchYear: place.switchYear,
    priceYear: place.priceYear,
    groups: place.groups.map(({ name: group, label }) => ({ name: group, label })),
    arrangement,
    plan: plan.plan,
    parameters: rows(place, conditional, sets, time),
    claims: policies.flatMap((policy) => policy.claims.map((claim) => ({ ...claim, policy: policy.fullName }))),
  };
}

interface Time {
  switchDay: number;
  /** Days since the switch. */
  begin: number;
  end: number;
}

/** The clock counts days from the new year before. */
const firstYear = 1971;

function timeOf(place: Place, { years, history }: ResolveOptions, spot: Spot): Time {
  const begins = place.switchYear - history;
  if (begins < firstYear) {
    const most = Math.max(0, place.switchYear - firstYear);
    throw new InputError('history_too_long', spot, { found: begins, expected: firstYear, most });
  }
  const switchDay = newYear(place.switchYear);
  return {
    switchDay,
    begin: newYear(begins) - switchDay,
    end: newYear(place.switchYear + years) - switchDay,
  };
}

/** A day since the switch as an ISO date. */
function iso(day: number, { switchDay }: Time): string {
  const { year, month, day: ofMonth } = dateOf(switchDay + day);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${year}-${two(month)}-${two(ofMonth)}`;
}

// ---- --set ----

/** A `--set` from a date; those of the whole run are laid into the place. */
interface DatedSet {
  path: string;
  day: number;
  given: Given;
  text: string;
}

interface Sets {
  dated: DatedSet[];
  /** Every path named, with the day from which (null: the whole run). */
  all: { path: string; day: number | null; text: string }[];
}

function layOver(place: Place, texts: readonly string[], time: Time): Sets {
  const sets: Sets = { dated: [], all: [] };
  for (const text of texts) {
    const spot: Spot = { file: `--set ${text}`, line: null, column: null, path: '' };
    const parts = /^\s*([^=@\s]+)(?:@([^=@\s]+))?\s*=\s*(\S+)\s*$/.exec(text);
    if (!parts) throw new InputError('set_malformed', spot, { found: text });
    const [, path, date, written] = parts;
    const info = pathInfo(path);
    const group =
      info?.scope === 'group' ? place.groups.find(({ name }) => info.section === `groups.${name}`) : undefined;
    if (!info || (info.scope === 'group' && !group)) {
      const groupPaths = place.groups.flatMap(({ name, given: numbers }) =>
        [...numbers.keys()].map((key) => `groups.${name}.${key}`),
      );
      const valid = [...parameterPaths().map((one) => one.path), ...groupPaths];
      throw new InputError('unknown_path', spot, { found: path }, nearest(path, valid));
    }
    const value = written === 'drawn' ? 'drawn' : Number(written);
    if (Number.isNaN(value)) {
      const meant = Number(written.replace(/_/g, '').replace(',', '.'));
      if (Number.isNaN(meant))
        throw new InputError('wrong_type', spot, { found: JSON.stringify(written), expected: '@number' });
      throw new InputError('number_as_text', spot, { found: JSON.stringify(written), expected: String(meant) });
    }
    if (value !== 'drawn' && !Number.isFinite(value)) throw new InputError('not_finite', spot, { found: written });
    let day: number | null = null;
    if (date !== undefined) {
      if (info.scope === 'group') throw new InputError('set_group_dated', spot, { path });
      day = dayOfText(date, spot) - time.switchDay;
      if (day < time.begin || day >= time.end) {
        throw new InputError('outside_run', spot, {
          found: date,
          from: iso(time.begin, time),
          until: iso(time.end - 1, time),
        });
      }
    }
    const twin = sets.all.find((other) => other.path === path && other.day === day);
    if (twin) throw new InputError('two_sets', spot, { path, first: `--set ${twin.text}`, second: `--set ${text}` });
    sets.all.push({ path, day, text });
    const source = { file: spot.file, data: null, spot: () => spot, written: () => written };
    const make = (before: Given | undefined) =>
      given(
        path,
        info.declared,
        value,
        source,
        [],
        { giver: '--set', layer: 1_000, source: '--set' },
        { label: before?.label },
      );
    if (day !== null) {
      const before = info.scope === 'common' ? place.common.get(path) : place.towns[0].given.get(path);
      sets.dated.push({ path, day, given: make(before), text });
    } else if (group) group.given.set(info.name, make(group.given.get(info.name)));
    else if (info.scope === 'common') place.common.set(path, make(place.common.get(path)));
    else for (const town of place.towns) if (town.focus) town.given.set(path, make(town.given.get(path)));
  }
  sets.dated.sort((a, b) => a.day - b.day);
  return sets;
}

// ---- policies ----

function reachOf(policy: Policy, change: Change | undefined): 'focus' | 'all' {
  return policy.reach ?? change?.reach ?? (policy.level === 'state' ? 'all' : 'focus');
}

/** Conditions belong to a single place; of several municipalities they hold only where the variant is asked for by name. */
function conditionsOf(policy: Policy, place: Place): Given[] {
  const isSingle = place.towns.filter(({ focus }) => focus).length === 1;
  return isSingle || policy.variantNamed ? policy.conditions : [];
}

function withoutStrength(policy: Policy): Policy {
  const zero = policy.strengthZero;
  if (!Array.isArray(zero)) {
    throw new InputError('no_strength', policy.source.spot(['strength_zero']), {
      policy: policy.fullName,
      found: zero.none,
    });
  }
  const kept = policy.changes.filter(({ path }) => !zero.some((other) => other.path === path));
  return { ...policy, changes: [...kept, ...zero] };
}

function refuseSecond(policies: Policy[], spot: Spot): void {
  policies.forEach((policy, index) => {
    for (const other of policies.slice(0, index)) {
      if (other.name === policy.name && other.variant === policy.variant) {
        throw new InputError('policy_twice', spot, { found: policy.fullName });
      }
      for (const { slot } of policy.mechanisms) {
        if (other.mechanisms.some((one) => one.slot === slot)) {
          throw new InputError('two_in_slot', spot, { first: other.fullName, second: policy.fullName, slot });
        }
      }
    }
  });
}

function refuseReach(policy: Policy, place: Place, time: Time, spot: Spot): void {
  const everywhere = place.towns.every(({ focus }) => focus);
  for (const change of policy.changes) {
    if (change.from !== null && change.from < time.switchDay) {
      throw new InputError(
        'before_switch',
        { ...change.spot, path: `${change.spot.path}.from` },
        {
          found: iso(change.from - time.switchDay, time),
          expected: iso(0, time),
        },
      );
    }
    if (change.until !== null && change.until <= (change.from ?? time.switchDay)) {
      throw new InputError(
        'until_before_from',
        { ...change.spot, path: `${change.spot.path}.until` },
        {
          found: iso(change.until - time.switchDay, time),
          expected: iso((change.from ?? time.switchDay) - time.switchDay, time),
        },
      );
    }
    if (pathInfo(change.path)?.scope === 'common' && reachOf(policy, change) === 'focus' && !everywhere) {
      throw new InputError('reach_of_common', policy.reach ? spot : change.spot, {
        path: change.path,
        policy: policy.fullName,
      });
    }
  }
}

/** What a policy sets on a path of one municipality (or, null, of everybody): its changes and its conditions. */
function changesOn(policy: Policy, path: string, town: { focus: boolean } | null): Change[] {
  const changes = policy.changes.filter(
    (change) => change.path === path && (town === null || town.focus || reachOf(policy, change) === 'all'),
  );
  if (town?.focus) {
    for (const condition of policy.conditions) {
      if (condition.path !== path) continue;
      changes.push({
        path,
        operation: 'set',
        given: condition,
        from: null,
        until: null,
        reach: 'focus',
        spot: condition.spot,
      });
    }
  }
  return changes;
}

const startOf = (change: Change, time: Time) => (change.from === null ? 0 : change.from - time.switchDay);
const endOf = (change: Change, time: Time) => (change.until === null ? Infinity : change.until - time.switchDay);

function refuseSecondSet(policies: Policy[], place: Place, sets: Sets, time: Time): void {
  const places: ({ focus: boolean } | null)[] = [null, ...place.towns.filter(({ focus }) => focus).slice(0, 1)];
  const other = place.towns.find(({ focus }) => !focus);
  if (other) places.push(other);
  for (const town of places) {
    for (const { path, scope } of parameterPaths()) {
      if ((scope === 'common') !== (town === null)) continue;
      const made = policies.flatMap((policy) =>
        changesOn(policy, path, town)
          .filter(({ operation }) => operation === 'set')
          .map((change) => ({ policy, change })),
      );
      made.forEach(({ policy, change }, index) => {
        for (const { policy: earlier, change: before } of made.slice(0, index)) {
          if (startOf(change, time) < endOf(before, time) && startOf(before, time) < endOf(change, time)) {
            throw new InputError('two_sets', change.spot, { path, first: earlier.fullName, second: policy.fullName });
          }
        }
        if (town !== null && !town.focus) return;
        for (const set of sets.all) {
          if (set.path !== path || endOf(change, time) <= (set.day ?? Number.NEGATIVE_INFINITY)) continue;
          const spot: Spot = { file: `--set ${set.text}`, line: null, column: null, path: '' };
          throw new InputError('set_without_effect', spot, {
            path,
            second: policy.fullName,
            from: iso(startOf(change, time), time),
          });
        }
      });
    }
  }
}

function refuseIdle(policy: Policy, place: Place, sets: Sets, time: Time, options: ResolveOptions, spot: Spot): void {
  const without = assemble(place, [], sets, time, options).plan;
  const alone = assemble(place, [policy], sets, time, options).plan;
  const futures: Draw[] = [asGiven, ({ low }) => low, ({ high }) => high];
  const text = (plan: Plan, draw: Draw) => JSON.stringify(realise(plan, draw));
  if (futures.some((draw) => text(without, draw) !== text(alone, draw))) return;
  const holes = { policy: policy.fullName, place: place.name };
  const funding = policy.mechanisms.find(({ slot }) => slot === 'funding');
  if (funding) throw new InputError('in_force_funding', spot, { ...holes, found: funding.mechanism });
  if (policy.mechanisms.length > 0) {
    const found = policy.mechanisms.map(({ slot, mechanism }) => `${slot}: ${mechanism}`).join(', ');
    throw new InputError('in_force', spot, { ...holes, found });
  }
  throw new InputError('changes_nothing', spot, { ...holes, from: iso(0, time), until: iso(time.end, time) });
}

// ---- the plan ----

function assemble(place: Place, policies: Policy[], sets: Sets, time: Time, options: ResolveOptions) {
  const spots = new Map<string, { spot: Spot; layer: number }>();
  const note = (path: string, town: number | null, givens: Given[]) => {
    for (const { spot, layer } of givens) {
      const key = `${town ?? ''}/${path}`;
      const before = spots.get(key);
      if (!before || layer >= before.layer) spots.set(key, { spot, layer });
    }
  };

  const formula = (path: string, base: Given, town: number | null): Formula => {
    const made: Formula = { path, own: ownValues(base, time), sets: [], scales: [], adds: [] };
    note(path, town, [base]);
    const its = town === null ? null : place.towns[town];
    for (const { path: setPath, day, given: value } of sets.dated) {
      if (setPath !== path || (its && !its.focus)) continue;
      // what was dated later than --set no longer holds
      made.own = made.own.filter(({ from }) => from === null || from < day);
      made.own.push(...ownValues(value, time).map((dated) => ({ ...dated, from: day })));
      note(path, town, [value]);
    }
    for (const policy of policies) {
      for (const change of changesOn(policy, path, its)) {
        if (change.operation !== 'set' && base.values.some(({ value }) => Number.isNaN(value))) {
          throw new InputError('drawn_operand', change.spot, { path });
        }
        const list = { set: made.sets, scale: made.scales, add: made.adds }[change.operation];
        list.push({
          from: startOf(change, time),
          until: change.until === null ? null : endOf(change, time),
          quantity: quantity(change.given, change.given.values[0]),
        });
        note(path, town, [change.given]);
      }
    }
    return made;
  };

  const groups = place.groups.map(({ name, given: numbers }) => ({
    name,
    formulas: [...numbers].map(([key, it]) => {
      note(it.path, null, [it]);
      return { path: key, own: ownValues(it, time), sets: [], scales: [], adds: [] };
    }),
  }));
  const shareOf = ({ formulas }: (typeof groups)[number]) =>
    formulas.find(({ path }) => path === 'share')?.own[0].quantity.value ?? 0;
  let remainder = 0;
  groups.forEach((group, index) => {
    if (shareOf(group) > shareOf(groups[remainder])) remainder = index;
  });

  const plan: Plan = {
    switchDay: time.switchDay,
    history: options.history,
    years: options.years,
    begin: time.begin,
    end: time.end,
    stayUnits: place.stayUnits,
    remainder,
    groups,
    common: [...place.common].map(([path, base]) => formula(path, base, null)),
    towns: place.towns.map((town, index) => ({
      number: town.number,
      focus: town.focus,
      formulas: [...town.given].map(([path, base]) => formula(path, base, index)),
      mechanisms: mechanismsOf(town, place.mechanisms, policies),
    })),
  };
  const top = { spot: place.source.spot([]), layer: 0 };
  return { plan, where: (path: string, town: number | null) => spots.get(`${town ?? ''}/${path}`) ?? top };
}

function ownValues(it: Given, time: Time): Dated[] {
  return it.values.map((dated) => ({
    from: dated.day === null ? null : dated.day - time.switchDay,
    until: null,
    quantity: quantity(it, dated),
  }));
}

function quantity(it: Given, { low, value, high }: DatedValue): Quantity {
  const luck = it.luck === it.key ? {} : { luck: it.luck };
  return { key: it.key, ...luck, low, value, high, drawn: it.drawn && low < high };
}

function mechanismsOf(town: { focus: boolean }, base: Mechanisms, policies: Policy[]): Segment<Mechanisms>[] {
  const made: Segment<Mechanisms>[] = [{ from: null, values: { ...base } }];
  const changed: Record<Slot, string> = { ...base };
  for (const policy of policies) {
    if (!town.focus && reachOf(policy, undefined) !== 'all') continue;
    for (const { slot, mechanism } of policy.mechanisms) changed[slot] = mechanism;
  }
  if ((Object.keys(base) as Slot[]).some((slot) => changed[slot] !== base[slot])) {
    made.push({ from: 0, values: changed as Mechanisms });
  }
  return made;
}

// ---- what is shown ----

/** Policies reach every municipality in focus, so all of them have the same. */
function mechanismsInForce({ towns }: Arrangement): Mechanisms | null {
  const town = towns.find(({ focus }) => focus);
  return town ? inForce(town.mechanisms, 0) : null;
}

function conditionsInForce(arrangement: Arrangement): Resolved['conditions'] {
  const conditions: Resolved['conditions'] = [];
  for (const { number, focus, numbers } of arrangement.towns) {
    if (!focus) continue;
    const values = inForce(numbers, 0) as unknown as Record<string, Record<string, number>>;
    for (const [section, names] of Object.entries(townParameters)) {
      for (const [name, declared] of Object.entries(names)) {
        const value = values[section][name];
        if ('drawn' in declared && !Number.isNaN(value))
          conditions.push({ path: `${section}.${name}`, value, municipality: number });
      }
    }
  }
  return conditions;
}

function rows(place: Place, policies: Policy[], sets: Sets, time: Time): ParameterRow[] {
  const made: ParameterRow[] = [];
  const add = (
    it: Given,
    scope: ParameterRow['scope'],
    municipality: string,
    operation: ParameterRow['operation'],
    from?: number,
  ) => {
    for (const { low, value, high, day } of it.values) {
      const start = from ?? (day === null ? null : day - time.switchDay);
      made.push({
        path: it.key,
        scope,
        municipality,
        value,
        unit: it.unit,
        low,
        high,
        source: it.source,
        confidence: it.confidence,
        heldBy: it.heldBy,
        drawn: it.drawn && low < high,
        label: it.label,
        from: start === null ? null : iso(start, time),
        operation,
      });
    }
  };
  const focusNumbers = place.towns.filter(({ focus }) => focus).map(({ number }) => number);
  for (const { path, scope } of parameterPaths()) {
    if (scope === 'common') {
      add(place.common.get(path) as Given, scope, 'all', null);
    } else {
      const holders = new Map<Given, Set<string>>();
      for (const town of place.towns) {
        const it = town.given.get(path) as Given;
        // the same lines of the same file, read once a municipality
        const same =
          [...holders.keys()].find((other) => other.spot.file === it.spot.file && other.spot.path === it.spot.path) ??
          it;
        const names = holders.get(same) ?? new Set();
        holders.set(same, names);
        names.add(town.focus && focusNumbers.length === 1 ? town.number : town.kind);
      }
      for (const [it, names] of holders) add(it, scope, holders.size === 1 ? 'all' : [...names].join(' '), null);
    }
    for (const set of sets.dated) {
      if (set.path === path)
        add(set.given, scope as 'town' | 'common', scope === 'common' ? 'all' : focusNumbers.join(' '), null, set.day);
    }
  }
  for (const { given: numbers } of place.groups) for (const it of numbers.values()) add(it, 'group', 'all', null);
  for (const policy of policies) {
    const reached = (reach: 'focus' | 'all') => (reach === 'all' ? 'all' : focusNumbers.join(' '));
    for (const change of policy.changes) {
      const isCommon = pathInfo(change.path)?.scope === 'common';
      add(
        change.given,
        'policy',
        isCommon ? 'all' : reached(reachOf(policy, change)),
        change.operation,
        startOf(change, time),
      );
    }
    for (const condition of policy.conditions) add(condition, 'policy', reached('focus'), 'set', 0);
  }
  // labels of what a policy changes are those of the path
  const labels = new Map(made.filter(({ scope }) => scope !== 'policy').map(({ path, label }) => [path, label]));
  return made.map((row) =>
    row.label || row.scope !== 'policy'
      ? row
      : { ...row, label: labels.get(row.path.slice(row.path.indexOf('/') + 1)) },
  );
}

export { realise };
