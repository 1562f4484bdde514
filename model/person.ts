/**
 * A person: one timer, one agenda of everything that may happen next, and what must be remembered of the past.
 * All fields are set in the constructor and copied in `copyFrom`; none is ever added (engine notes: hidden classes).
 */

import type { Post } from './capacity/post.ts';
import type { Town } from './capacity/town.ts';
import { Place } from './kernel/line.ts';
import { Timer } from './kernel/timer.ts';
import type { World } from './world.ts';

/** What the specialised treatment (TSB) knows of a person. */
export const Tsb = {
  none: 0,
  assessment: 1,
  /** Accepted, with an appointment to come. */
  booked: 2,
  /** The appointment's day has come; a slot is awaited. */
  ready: 3,
  /** Referred to a bed, which is awaited. */
  bedListed: 4,
  /** In an outpatient or LAR course, not in a bed. */
  course: 5,
  detox: 6,
  shortStay: 7,
  longStay: 8,
  /** Treated to the end, in the bed until the municipality is ready. */
  blocked: 9,
} as const;

export const Course = { none: 0, outpatient: 1, lar: 2 } as const;

/** How far a person has come with the municipality. */
export const Municipal = {
  none: 0,
  intake: 1,
  decision: 2,
  /** In the purchasing office's case queue. */
  office: 3,
  handover: 4,
  wrongUnit: 5,
  queue: 6,
  followUp: 7,
} as const;

/** Why a person is out of contact, and so what ends it. */
export const Away = {
  none: 0,
  lost: 1,
  toReferral: 2,
  toReturn: 3,
  /** Without any service, waiting for the emergency bed. */
  emergency: 4,
} as const;

/** The last course, as relapse sees it. */
export const RiskKind = { none: 0, inpatient: 1, outpatient: 2, municipal: 3 } as const;

/** A bed that is wanted inside a course or from the list. */
export const BedWanted = { none: 0, planned: 1, emergency: 2, list: 3, handover: 4 } as const;

/** Places in the agenda: the day on which each would happen, Infinity when it will not. */
export const Agenda = {
  tsbStep: 0,
  courseEnd: 1,
  bedRequest: 2,
  emergency: 3,
  bedReady: 4,
  notice: 5,
  giveUpTsb: 6,
  municipalStep: 7,
  giveUpMunicipal: 8,
  caseEnd: 9,
  caseLost: 10,
  renewal: 11,
  municipalReferral: 12,
  larNeed: 13,
  unplanned: 14,
  relapse: 15,
  stable: 16,
  return: 17,
  death: 18,
} as const;
export const agendaLength = 19;
const never = Infinity;

/** What a draw is for: the third part of its address. One number a purpose, never reused. */
export const Purpose = {
  arrival: 0,
  traits: 1,
  group: 2,
  door: 3,
  intake: 4,
  decision: 5,
  handover: 6,
  wrongUnit: 7,
  assessment: 8,
  deadline: 9,
  deferral: 10,
  noShow: 11,
  giveUpTsb: 12,
  giveUpMunicipal: 13,
  giveUpReturn: 14,
  episode: 15,
  courseKind: 16,
  courseLength: 17,
  bedRequest: 18,
  emergency: 19,
  bedKind: 20,
  ward: 21,
  detox: 22,
  detoxNext: 23,
  handoverLoss: 24,
  stayLength: 25,
  stayDropout: 26,
  stayNext: 27,
  plan: 28,
  blocked: 29,
  unplanned: 30,
  relapse: 31,
  relapseNext: 32,
  returnTime: 33,
  lost: 34,
  lostNext: 35,
  case: 36,
  caseLoss: 37,
  lowNeed: 38,
  municipalReferral: 39,
  larNeed: 40,
  death: 41,
  deathCause: 42,
  handoverCase: 43,
  team: 44,
  relapseInCourse: 45,
  // of posts, towns and the census
  recruitment: 46,
  turnover: 47,
  grant: 48,
  priority: 49,
  kept: 50,
  carriedOver: 51,
  census: 52,
  censusPost: 53,
} as const;
export const purposeCount = 54;

/**
 * Days, budgets and factors of a person, as they are at first. They stand in one array a person, since the engine would give
 * each its own object: a person is then made, copied and cleared away in a few pieces instead of thirty. A person has each
 * by its name, as if it were a field.
 */
const numbersAtFirst = {
  /** The day its timer is set to. */
  plannedFor: Infinity,
  heavy: 1,

  // waiting for TSB
  referredAt: -Infinity,
  deadline: -Infinity,
  tsbBudget: -Infinity,
  tsbBudgetFrom: -Infinity,
  bedSince: -Infinity,

  // with the municipality
  municipalSince: -Infinity,
  municipalBudget: -Infinity,
  municipalBudgetFrom: -Infinity,
  /** Its weight in the team's load: 1, or less while in a bed. */
  caseWeight: 0,
  caseLeft: -Infinity,
  lossLeft: -Infinity,
  caseFrom: -Infinity,

  // relapse
  riskStart: -Infinity,
  riskLeft: -Infinity,
  riskFrom: -Infinity,
  /** The cumulative base hazard at `riskFrom`. */
  riskDone: -Infinity,
  riskFlat: -Infinity,
  riskFixed: -Infinity,
  riskContact: -Infinity,

  // the one clock
  contactAt: -Infinity,

  // looked back upon
  gaveUpAt: -Infinity,
  stayEndedAt: -Infinity,
  relapseWatchFrom: -Infinity,
  contactWatchFrom: -Infinity,
  dischargedAt: -Infinity,
};
type Numbers = typeof numbersAtFirst;
/** Pushed one by one: what `Object.values` gives is an array of objects, as the engine sees it. */
const atFirst: number[] = [];
for (const value of Object.values(numbersAtFirst)) atFirst.push(value);

export interface Person extends Numbers {}

// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: its numbers get their accessors below
export class Person extends Timer {
  world: World;
  town: Town;
  /** With `which` the address of its draws: the municipality and the stream it came by. */
  who = 0;
  which = 0;
  /** Where its counts of draws stand in `world.visits`. */
  visits = 0;
  /** The day of each thing that may happen. Written out, because a copied literal is the cheapest array there is. */
  // biome-ignore format: one line
  agenda: number[] = [never, never, never, never, never, never, never, never, never, never, never, never, never, never, never, never, never, never, never];
  /** What `numbersAtFirst` names, in its order. */
  private readonly numbers = atFirst.slice();
  /** The thing on the agenda that comes first, as last planned. */
  nextStep = 0;
  /** Where it stands in `world.people`. */
  index = -1;

  // traits, drawn once
  group = 0;
  drug = false;
  unsuitableHousing = false;
  lowNeed = false;
  larNeed = false;
  team = 0;

  // tracks
  tsb: number = Tsb.none;
  course: number = Course.none;
  municipal: number = Municipal.none;
  away: number = Away.none;
  wantsReferral = false;
  wantsCase = false;
  /** 0 no municipal need in this episode, 1 at referral, 2 at the end of the course. */
  episodeNeed = 0;
  everReferred = false;
  everCourse = false;
  everAdmitted = false;

  // waiting for TSB
  deferred = false;
  directToBed = false;
  tsbSpending = 0;
  private ownTsbPlace: Place<Person> | null = null;
  bedWanted: number = BedWanted.none;
  bedFirstDetox = false;
  ward = -1;
  continues = false;
  planned = false;
  completes = false;

  // with the municipality
  municipalSpending = 0;
  private ownMunicipalPlace: Place<Person> | null = null;
  post: Post | null = null;
  caseIndex = -1;
  newCaseworker = false;
  /** Work that the office has to do on this case: 1 for a new one, less for a renewal. */
  renewing = false;

  // relapse
  riskKind: number = RiskKind.none;
  riskCompleted = false;

  // looked back upon
  tsbYear = 0;
  inpatientYear = 0;
  municipalYear = 0;
  servedYear = 0;

  /** What its tracks came to when it was last settled (`standing.ts`); -1 before the first time. */
  facts = -1;
  /** Whether it held a service then. */
  served = false;

  constructor(world: World, town: Town) {
    super();
    this.world = world;
    this.town = town;
  }

  /** Unique in the run: municipality and stream, then the ordinal. */
  get id(): number {
    return this.who * 1_000_000 + this.which;
  }

  get inBed(): boolean {
    return this.tsb >= Tsb.detox;
  }

  get inTsb(): boolean {
    return this.tsb >= Tsb.course || this.course !== Course.none;
  }

  /** Its place in the lines of TSB, for a slot or a bed. Made when first asked for: many never stand in line. */
  get tsbPlace(): Place<Person> {
    this.ownTsbPlace ??= new Place<Person>(this);
    return this.ownTsbPlace;
  }

  /** Its place in the lines of the municipality. */
  get municipalPlace(): Place<Person> {
    this.ownMunicipalPlace ??= new Place<Person>(this);
    return this.ownMunicipalPlace;
  }

  override happen(now: number): void {
    const step = this.nextStep;
    if (this.agenda[step] !== now)
      throw new Error(`person ${this.id}: step ${step} is due on ${this.agenda[step]}, not ${now}`);
    this.agenda[step] = Infinity;
    this.plannedFor = Infinity;
    this.world.flow.happen(this, step);
  }

  /** As one whose life is over: whatever ties it to a world is let go. */
  letGo(): void {
    (this as { world: World | null }).world = null;
    (this as { town: Town | null }).town = null;
    this.post = null;
    this.ownTsbPlace = null;
    this.ownMunicipalPlace = null;
    this.slot = -1;
  }

  /** The same person in another world; links to posts, towns and places in line are set by that world. */
  copyFrom(other: Person): void {
    this.who = other.who;
    this.which = other.which;
    this.visits = other.visits;
    for (let i = 0; i < agendaLength; i++) this.agenda[i] = other.agenda[i];
    for (let i = 0; i < atFirst.length; i++) this.numbers[i] = other.numbers[i];
    this.nextStep = other.nextStep;
    this.index = other.index;
    this.group = other.group;
    this.drug = other.drug;
    this.unsuitableHousing = other.unsuitableHousing;
    this.lowNeed = other.lowNeed;
    this.larNeed = other.larNeed;
    this.team = other.team;
    this.tsb = other.tsb;
    this.course = other.course;
    this.municipal = other.municipal;
    this.away = other.away;
    this.wantsReferral = other.wantsReferral;
    this.wantsCase = other.wantsCase;
    this.episodeNeed = other.episodeNeed;
    this.everReferred = other.everReferred;
    this.everCourse = other.everCourse;
    this.everAdmitted = other.everAdmitted;
    this.deferred = other.deferred;
    this.directToBed = other.directToBed;
    this.tsbSpending = other.tsbSpending;
    this.bedWanted = other.bedWanted;
    this.bedFirstDetox = other.bedFirstDetox;
    this.ward = other.ward;
    this.continues = other.continues;
    this.planned = other.planned;
    this.completes = other.completes;
    this.municipalSpending = other.municipalSpending;
    this.caseIndex = other.caseIndex;
    this.newCaseworker = other.newCaseworker;
    this.renewing = other.renewing;
    this.riskKind = other.riskKind;
    this.riskCompleted = other.riskCompleted;
    this.tsbYear = other.tsbYear;
    this.inpatientYear = other.inpatientYear;
    this.municipalYear = other.municipalYear;
    this.servedYear = other.servedYear;
    this.facts = other.facts;
    this.served = other.served;
  }
}

for (const [index, name] of Object.keys(numbersAtFirst).entries()) {
  Object.defineProperty(Person.prototype, name, {
    get(this: { numbers: number[] }): number {
      return this.numbers[index];
    },
    set(this: { numbers: number[] }, value: number) {
      this.numbers[index] = value;
    },
  });
}

/** Persons whose life is over, to be used again: to make and clear away some thousands a run was a fifteenth of it. */
const spare: Person[] = [];

/** A person in a municipality of a world, with nothing set that `copyFrom` sets. */
export function takePerson(world: World, town: Town): Person {
  const person = spare.pop();
  if (person === undefined) return new Person(world, town);
  person.world = world;
  person.town = town;
  return person;
}

/** These persons may be used again, in any world: nobody must hold them any longer. */
export function giveBack(people: readonly Person[]): void {
  for (const person of people) {
    person.letGo();
    spare.push(person);
  }
}

/** Somebody to whom nothing has happened yet. */
export const newcomer = new Person(null as unknown as World, null as unknown as Town);
