/**
 * simjs behind one typed adapter: only the part that is used, and nothing left behind on `globalThis`.
 * simjs gives the clock, the loop, the contract of a request, and a list of events to compare ours with.
 */

import { takeBack } from './lend-window.ts';
import 'simjs';

/** What stands in the list of events. The loop reads `deliverAt` and `cancelled` and calls `deliver()`. */
export interface SimRequest {
  /** When it is due, in the unit of the clock; 0 means "not scheduled". */
  deliverAt: number;
  cancelled: boolean;
  deliver(): void;
}

/** What the loop wants of a list of events: the first, taken out; null when there is none to be had. */
export interface SimQueue {
  insert(request: SimRequest): void;
  remove(): SimRequest | null;
}

/** simjs's own list: a binary heap, first in, first out on ties. */
export interface StockQueue extends SimQueue {
  insert(request: SimRequest & { order?: number }): void;
  remove(): (SimRequest & { order?: number }) | null;
  /** The heap; its first element is the next. */
  data: SimRequest[];
  /** The serial number that the next to be inserted gets. */
  order: number;
}

export interface Simulator {
  simTime: number;
  queue: SimQueue;
  /** Delivers one request after the other until the list gives null. */
  simulate(endTime: number): boolean;
}

/** simjs's own servers and line. Not used by the model: tests and the benchmark compare ours with it. */
export interface StockFacility {
  free: number;
}

/** What acts in simjs: it waits for a time or for a facility, then a callback is called. */
export interface StockEntity {
  setTimer(duration: number): StockWish;
  useFacility(facility: StockFacility, duration: number): StockWish;
  time(): number;
}

export interface StockWish {
  /** A falsy argument is lost: never pass a number. */
  done<T extends object>(callback: (argument: T) => void, context: object, argument: T): StockWish;
}

interface Simjs {
  Sim: new () => Simulator;
  Entity: new (sim: Simulator) => StockEntity;
  Facility: new (name: string, discipline: number, servers: number) => StockFacility;
  Request: new (entity: unknown, currentTime: number, deliverAt: number) => SimRequest;
  PQueue: new () => StockQueue;
}

const simjs = takeBack() as Simjs | undefined;
if (simjs === undefined) throw new Error('simjs has not set window.Sim: is it loaded before lend-window.ts?');

export const Sim: Simjs['Sim'] = simjs.Sim;
export const Request: Simjs['Request'] = simjs.Request;
export const PQueue: Simjs['PQueue'] = simjs.PQueue;
export const Entity: Simjs['Entity'] = simjs.Entity;
export const Facility: Simjs['Facility'] = simjs.Facility;
