/** A network of queues as a user of simjs writes it, on its own facilities: what ours is compared with. */
import type { StockFacility } from '../../model/kernel/simjs.ts';
import { Entity, Facility, Sim } from '../../model/kernel/simjs.ts';

export interface StockNetwork {
  /** Servers of each node. */
  servers: readonly number[];
  customers: number;
  /** The time between arrivals `customer - 1` and `customer`. */
  gap(customer: number): number;
  service(customer: number, node: number, visit: number): number;
  /** The node after this one; -1 to leave. Customers begin at node 0. */
  next(customer: number, node: number, visit: number): number;
  /** Told at the end of each service. */
  served?(customer: number, node: number, visit: number, arrived: number, left: number): void;
}

interface Guest {
  number: number;
  node: number;
  arrived: number;
  visits: number[];
}

/** Runs until all have left. */
export function runStock(network: StockNetwork): void {
  const sim = new Sim();
  // not added to the simulator, which would keep it for its own statistics
  const entity = new Entity(sim);
  const facilities: StockFacility[] = network.servers.map((servers, node) => new Facility(`${node}`, 1, servers));
  const come = (guest: Guest, node: number): void => {
    if (node < 0) return;
    guest.node = node;
    guest.arrived = entity.time();
    const service = network.service(guest.number, node, guest.visits[node]);
    entity.useFacility(facilities[node], service).done(goOn, entity, guest);
  };
  const goOn = (guest: Guest): void => {
    const { number, node, arrived } = guest;
    const visit = guest.visits[node]++;
    network.served?.(number, node, visit, arrived, entity.time());
    come(guest, network.next(number, node, visit));
  };
  const arrive = (guest: Guest): void => {
    come(guest, 0);
    setArrival(guest.number + 1);
  };
  const setArrival = (number: number): void => {
    if (number === network.customers) return;
    const guest = { number, node: 0, arrived: 0, visits: network.servers.map(() => 0) };
    entity.setTimer(network.gap(number)).done(arrive, entity, guest);
  };
  setArrival(0);
  sim.simulate(Number.MAX_VALUE);
}
