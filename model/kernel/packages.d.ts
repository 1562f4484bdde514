/** Types of what the kernel uses of packages that bring none. */

declare module 'simjs' {
  // One browserify bundle: it exports nothing and sets `window.Sim`. The types are in simjs.ts.
}

declare module 'seedrandom/lib/alea.js' {
  /** The whole state of an Alea generator: three multiples of 2^-32 in [0, 1) and a carry. */
  export interface AleaState {
    s0: number;
    s1: number;
    s2: number;
    c: number;
  }
  export interface Alea {
    (): number;
    int32(): number;
    double(): number;
    quick(): number;
    state?(): AleaState;
  }
  export default function alea(seed: string | number, options?: { state?: AleaState | boolean }): Alea;
}
