/**
 * Where the twin is held against the simulation: the bundled large municipality as a catchment of its own, a hundred
 * times as large, with one pooled team, no grant, and capacity for which nobody waits. It begins with the stocks whose
 * spells have no memory; all that ages begins empty and fills.
 */
import type { Arrangement } from '../../../model/arrangement.ts';
import type { CommonNumbers, TownNumbers } from '../../../model/parameters.ts';
import { resolveScenario } from '../../../scenarios/resolve/compose.ts';
import { asGiven, realise } from '../../../scenarios/resolve/realise.ts';

type Some<Numbers> = { [Section in keyof Numbers]?: Partial<Numbers[Section]> };

/** Capacity at which no list forms: each load is at most 0.8. */
const ample = { slots: 1.5, beds: 1.5, posts: 1.5 };

const noAges: Partial<CommonNumbers['census']> = {
  outpatient_after_stay: 0,
  detox_rate: 0,
  stay_rate: 0,
  risk_inpatient_rate: 0,
  risk_outpatient_rate: 0,
  risk_municipal_rate: 0,
  referral_rate: 0,
  decision_rate: 0,
  follow_up_queue: 0,
};
const nobody: Partial<CommonNumbers['census']> = {
  ...noAges,
  outpatient: 0,
  lar: 0,
  to_referral: 0,
  to_return: 0,
  lost: 0,
  municipal_only: 0,
};

/** The bundled large municipality, `scale` times, from its first day on without a history. */
export function pooled(scale: number, years: number, common: Some<CommonNumbers> = {}, town: Some<TownNumbers> = {}) {
  const { plan } = resolveScenario('large', { sets: [], years, history: 0 });
  const arrangement = realise(plan, asGiven);
  const own = arrangement.towns.find(({ focus }) => focus);
  if (own === undefined) throw new Error('the place has no municipality in focus');
  const numbers = structuredClone(own.numbers[0].values);
  const provider = structuredClone(arrangement.common[0].values);
  const posts = (numbers.posts.own + numbers.grant.posts) * scale * ample.posts;
  merge(numbers, {
    town: { adults: numbers.town.adults * scale },
    posts: { own: Math.round(posts), teams: 1 },
    grant: { posts: 0, held_at_census: 1 },
    council: { retention: 1, pass_through: 1, trusts_renewal: 1 },
  });
  merge(provider, {
    staff: { team_limit: Number.MAX_SAFE_INTEGER },
    census: noAges,
    first_contact: { slots: provider.first_contact.slots * ample.slots },
    beds: { detox: provider.beds.detox * ample.beds, stay: provider.beds.stay * ample.beds },
  });
  merge(numbers, town);
  merge(provider, common);
  const made: Arrangement = {
    ...arrangement,
    history: 0,
    years,
    stayUnits: [1],
    common: [{ from: null, values: provider }],
    towns: [{ ...own, numbers: [{ from: null, values: numbers }] }],
  };
  return made;
}

function merge<Numbers extends object>(into: Numbers, wish: Some<Numbers>): void {
  for (const [section, values] of Object.entries(wish)) {
    Object.assign(into[section as keyof Numbers] as object, values);
  }
}

const noBeds: Some<CommonNumbers> = {
  need: { emergency: 0 },
  first_contact: { bed_share: 0 },
  course: { bed_requests: 0, emergencies: 0 },
  lar: { bed_requests: 0, emergencies: 0 },
  relapse: { to_bed_share: 0, to_emergency: 0 },
  out_of_contact: { to_emergency: 0 },
};
const noMunicipality: Some<CommonNumbers> = {
  municipal_need: { share: 0, lar_share: 0, referral_rate: 0 },
  need: { municipal: 0, municipal_door_share: 0 },
  relapse: { to_municipality: 0 },
};
const noLoop: Some<CommonNumbers> = {
  relapse: { level: 0 },
  giving_up: { rate: 0, back_share: 0 },
  out_of_contact: { to_referral: 0, to_emergency: 0, to_exit: 1 },
};

/** Wishes laid over each other, section by section. */
function all(...wishes: Some<CommonNumbers>[]): Some<CommonNumbers> {
  const made: Record<string, object> = {};
  for (const wish of wishes) {
    for (const [section, values] of Object.entries(wish)) made[section] = { ...made[section], ...values };
  }
  return made as Some<CommonNumbers>;
}

export interface Rung {
  name: string;
  /** What is switched on, for the page. */
  what: string;
  arrangement(scale: number, years: number): Arrangement;
}

/** Each rung switches on what the one before it left out; the last is the whole pathway. */
export const rungs: readonly Rung[] = [
  {
    name: 'list and course',
    what: 'new need, assessment, appointments, deferral, slots on working days, outpatient courses and LAR, death; from empty',
    arrangement: (scale, years) => pooled(scale, years, all(noBeds, noMunicipality, noLoop, { census: nobody })),
  },
  {
    name: 'with the loop',
    what: 'and relapse by age and by the clock of contact, giving up, out of contact, return',
    arrangement: (scale, years) => pooled(scale, years, all(noBeds, noMunicipality)),
  },
  {
    name: 'with the municipality',
    what: 'and its door, intake, decision, follow-up, loss of contact, caseworkers who leave',
    arrangement: (scale, years) => pooled(scale, years, noBeds),
  },
  {
    name: 'the whole pathway',
    what: 'and beds: emergencies, detox, short and long stays, discharge with and without a plan',
    arrangement: (scale, years) => pooled(scale, years),
  },
];

/**
 * The municipality alone and with too few posts: five hundred new needs per 100,000 adults and year, none of which leads to
 * TSB. `posts`: of those that ten times today's needs would get.
 */
export function crowded(scale: number, years: number, posts: number): Arrangement {
  const made = pooled(scale, years, {
    need: { first_referred: 0, emergency: 0, municipal: 500 },
    municipal_need: { referral_rate: 0 },
    relapse: { to_referral: 0, to_return: 0, to_emergency: 0, to_municipality: 0.6 },
    out_of_contact: { to_referral: 0, to_emergency: 0, to_exit: 1 },
    census: nobody,
  });
  const { values } = made.towns[0].numbers[0];
  values.posts.own = Math.round(values.posts.own * posts);
  return made;
}
