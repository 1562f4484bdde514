/**
 * Rounds figures that add up to whole figures that add up. A network of flows whose every node takes in what it gives out
 * always has such a rounding, in which no figure moves by 1 or more (integrality of circulations).
 */

export interface Arc {
  from: string;
  to: string;
  /** Not negative. */
  value: number;
}

/** Nearer to a whole number than this is whole: sums of means carry an error of about 1e-12. */
const tolerance = 1e-7;

/**
 * @param arcs at every node, what comes in is what goes out
 * @returns a whole number an arc, the one below or above its value; balanced at every node as the values are
 */
export function wholeFigures(arcs: readonly Arc[]): number[] {
  const values = arcs.map(({ value }) => settled(value));
  for (let cycle = ringOfFractions(arcs, values); cycle !== null; cycle = ringOfFractions(arcs, values)) {
    // how far the ring can be turned either way until one of its figures is whole: the shorter way changes less
    const up = Math.min(...cycle.map(({ arc, sign }) => room(values[arc], sign)));
    const down = Math.min(...cycle.map(({ arc, sign }) => room(values[arc], -sign)));
    const turn = up <= down ? up : -down;
    for (const { arc, sign } of cycle) values[arc] = settled(values[arc] + sign * turn);
  }
  return values.map(Math.round);
}

const settled = (value: number) => (Math.abs(value - Math.round(value)) < tolerance ? Math.round(value) : value);
const isFraction = (value: number) => value !== Math.round(value);
/** To the next whole number above (sign 1) or below (−1). */
const room = (value: number, sign: number) => (sign > 0 ? Math.ceil(value) - value : value - Math.floor(value));

/** A ring of arcs without whole figures, each with the sense in which it is passed; null where there is none. */
function ringOfFractions(arcs: readonly Arc[], values: readonly number[]): { arc: number; sign: number }[] | null {
  const touching = new Map<string, number[]>();
  arcs.forEach(({ from, to }, arc) => {
    if (from === to || !isFraction(values[arc])) return;
    for (const node of [from, to]) touching.set(node, [...(touching.get(node) ?? []), arc]);
  });
  const first = arcs.findIndex(({ from, to }, arc) => from !== to && isFraction(values[arc]));
  if (first < 0) return null;
  const walked: { arc: number; sign: number; from: string }[] = [];
  const passed = new Map<string, number>();
  let node = arcs[first].from;
  let arc: number | undefined = first;
  while (arc !== undefined) {
    const isAlong: boolean = arcs[arc].from === node;
    passed.set(node, walked.length);
    walked.push({ arc, sign: isAlong ? 1 : -1, from: node });
    node = isAlong ? arcs[arc].to : arcs[arc].from;
    const start = passed.get(node);
    if (start !== undefined) return walked.slice(start);
    const last: number = arc;
    // a node that balances never has a single fraction
    arc = touching.get(node)?.find((other) => other !== last);
  }
  return null;
}
