/**
 * The steps of the pathway as they hand a person on to each other. A step changes the person and nothing else; whoever called
 * it settles the person once. Each step stands in the file of its name and is hung up here by `flow.ts`, so that the files
 * need not import one another in circles.
 */
import type { Ward } from '../capacity/ward.ts';
import type { Cause } from '../observer.ts';
import type { Person } from '../person.ts';

export interface Steps {
  /** To the municipality's door, wanting a case there, a referral, or both. */
  municipalDoor(person: Person, wants: { case?: boolean; referral?: boolean }): void;
  /** A referral to TSB begins. */
  refer(person: Person): void;
  /** An outpatient or LAR course begins. */
  startCourse(person: Person): void;
  /** An emergency bed is needed. */
  emergency(person: Person): void;
  /** A person in a course, or handed over from detox, wants a bed. */
  wantBed(person: Person): void;
  /** Out of every course and bed. */
  leaveTsb(person: Person, planned: boolean): void;
  /** The time at risk of relapse begins. */
  startRisk(person: Person, kind: number, completed: boolean): void;
  endRisk(person: Person): void;
  /** Nothing with the municipality any more: what the person is now. */
  afterMunicipal(person: Person, lost: boolean): void;
  /** Into the line for a caseworker. */
  joinFollowUp(person: Person): Cause;
  /** Out of contact: for long, or on the way back. */
  loseContact(person: Person): void;
  /** Takes note, and sets the person's timer. */
  settle(person: Person, cause: Cause): void;
  /** Into the line for a bed. */
  joinWard(person: Person): void;
  fillWard(ward: Ward): void;
  /** The weight of a case changes when its person enters or leaves a bed. */
  weighCase(person: Person): void;
}

export const next = {} as Steps;
