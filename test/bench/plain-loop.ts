/** The limit that a kernel approaches: one queue written out as one loop. */
import alea from 'seedrandom/lib/alea.js';

/**
 * M/M/c in one loop on a binary heap, with waits added up and nothing else.
 * @returns the mean wait
 */
export function plainLoop(servers: number, rate: number, customers: number, seed: number): number {
  const random = alea(seed);
  const times = new Float64Array(servers + 2);
  const kinds = new Int32Array(servers + 2);
  let size = 0;
  const push = (time: number, kind: number) => {
    let i = size++;
    while (i > 0) {
      const parent = (i - 1) >> 1;
      if (times[parent] <= time) break;
      times[i] = times[parent];
      kinds[i] = kinds[parent];
      i = parent;
    }
    times[i] = time;
    kinds[i] = kind;
  };
  const dropFirst = () => {
    const time = times[--size];
    const kind = kinds[size];
    let i = 0;
    for (;;) {
      let child = 2 * i + 1;
      if (child >= size) break;
      if (child + 1 < size && times[child + 1] < times[child]) child++;
      if (times[child] >= time) break;
      times[i] = times[child];
      kinds[i] = kinds[child];
      i = child;
    }
    times[i] = time;
    kinds[i] = kind;
  };
  const arrivals = new Float64Array(customers);
  let came = 0;
  let begun = 0;
  let busy = 0;
  let waits = 0;
  push(-Math.log(1 - random()) / rate, 0);
  while (size > 0) {
    const now = times[0];
    const kind = kinds[0];
    dropFirst();
    if (kind === 0) {
      arrivals[came++] = now;
      if (came < customers) push(now - Math.log(1 - random()) / rate, 0);
    } else busy--;
    if (busy < servers && begun < came) {
      waits += now - arrivals[begun++];
      busy++;
      push(now - Math.log(1 - random()), 1);
    }
  }
  return waits / customers;
}
