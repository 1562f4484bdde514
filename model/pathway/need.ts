/** A need arises and shows at a door: the municipality's, TSB's (through the GP or TSB itself), or as an emergency. */
import { StreamKind } from '../capacity/stream.ts';
import type { Town } from '../capacity/town.ts';
import { housingMechanisms } from '../housing/housing.ts';
import { T } from '../observer.ts';
import type { Person } from '../person.ts';
import { Agenda, Purpose } from '../person.ts';
import { next } from './steps.ts';

/** What a person is and stays, drawn once. */
export function drawTraits(person: Person): void {
  const { world, town } = person;
  const { need, follow_up_case, mortality } = world.common;
  const draws = world.drawFor(person, Purpose.traits);
  person.drug = draws.chance(need.drug_share);
  // the others' factor follows, so that the mean over persons is 1
  const light = need.heavy_share < 1 ? (1 - need.heavy_share * need.heavy_factor) / (1 - need.heavy_share) : 1;
  person.heavy = draws.chance(need.heavy_share) ? need.heavy_factor : Math.max(0, light);
  const housing = housingMechanisms[town.mechanisms.housing];
  person.unsuitableHousing = housing.unsuitable(need.unsuitable_housing_share, draws.uniform());
  const u = draws.uniform();
  let group = 0;
  for (let upTo = world.groups[0].share; u >= upTo && group < world.groups.length - 1; ) {
    upTo += world.groups[++group].share;
  }
  person.group = group;
  const low = draws.chance(follow_up_case.low_need_share);
  person.lowNeed = low && world.groups[group].low_need > 0.5;
  person.team = Math.floor(draws.uniform() * town.teams.length);
  const rate = person.drug ? mortality.drug : mortality.other;
  const death = world.drawFor(person, Purpose.death).unit();
  person.agenda[Agenda.death] = rate > 0 ? world.clock.now + (death * 365.25) / rate : Infinity;
}

/** Whether this episode needs the municipality, and when: 0 not, 1 at referral, 2 at the end of the course. */
export function drawEpisode(person: Person): void {
  const { municipal_need } = person.world.common;
  const draws = person.world.drawFor(person, Purpose.episode);
  const needs = draws.chance(municipal_need.share);
  const atReferral = draws.chance(municipal_need.at_referral_share);
  person.episodeNeed = needs ? (atReferral ? 1 : 2) : 0;
}

export function arise(town: Town, stream: number, ordinal: number): void {
  const { world } = town;
  const person = world.enter(town, stream, ordinal);
  drawTraits(person);
  person.contactAt = world.clock.now;
  world.observer.tally(T.new_needs, person);
  if (stream === StreamKind.municipal) next.municipalDoor(person, { case: true });
  else if (stream === StreamKind.emergency) {
    drawEpisode(person);
    next.emergency(person);
  } else throughADoor(person);
  next.settle(person, 'new_need');
}

/** Who needs the municipality at referral comes by its door; of the others, as many as make up its share. */
function throughADoor(person: Person): void {
  const { world } = person;
  const { need, municipal_need } = world.common;
  drawEpisode(person);
  const atReferral = municipal_need.share * municipal_need.at_referral_share;
  const others = atReferral < 1 ? Math.max(0, (need.municipal_door_share - atReferral) / (1 - atReferral)) : 0;
  const byDoor = world.drawFor(person, Purpose.door).chance(others);
  if (person.episodeNeed === 1) next.municipalDoor(person, { case: true, referral: true });
  else if (byDoor) next.municipalDoor(person, { referral: true });
  else next.refer(person);
}
