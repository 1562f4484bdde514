/** What the hand-worked cases of networks are told in. */
import type { NetworkDescription, NodeDescription, Visit } from '../../../model/kernel/kernel.ts';
import { deterministic, simulateNetwork } from '../../../model/kernel/kernel.ts';

/** Customers come to one desk at listed times, each served for `service`. */
export function desk(
  times: readonly number[],
  service: number,
  node: Partial<NodeDescription> = {},
  rest: Partial<NetworkDescription> = {},
): Visit[] {
  return visitsOf({
    sources: { door: { times, to: 'desk' } },
    nodes: { desk: { service: deterministic(service), ...node } },
    ...rest,
  });
}

export const visitsOf = (description: NetworkDescription): Visit[] => [...simulateNetwork(description).visits];

/** Customer, how the visit ended, when service began and when the customer left. */
export const story = (visits: readonly Visit[]) =>
  visits.map(({ customer, type, began, left }) => [customer, type, began, left]);

/** In order of customers instead of the order in which visits ended. */
export const byCustomer = (visits: readonly Visit[]) => visits.toSorted((a, b) => a.customer - b.customer);

/** A row of one desk, with only what a case says; served for as long as from `began` to `left` unless it says so. */
export function row(visit: Partial<Visit>): Visit {
  return {
    customer: 0,
    class: 'customer',
    priority: 0,
    source: 'door',
    node: 'desk',
    visit: 0,
    type: 'served',
    arrived: 0,
    found: 0,
    began: null,
    left: null,
    waited: 0,
    served: visit.served ?? (visit.type === undefined ? (visit.left as number) - (visit.began as number) : 0),
    ...visit,
  };
}
