/**
 * simjs 2.0.3 hands itself over by `window.Sim` and in no other way. Node and workers have no `window`, so one is
 * lent here. Imports are hoisted, but run in the order in which they stand: `simjs.ts` imports this module before
 * simjs, and takes the window away again in its own body, which runs after both.
 */

const scope = globalThis as unknown as { window?: { Sim?: unknown } };

const lent = scope.window === undefined;
const own = scope.window ?? {};
const had = Object.hasOwn(own, 'Sim');
const before = own.Sim;

if (lent) scope.window = own;

/** What simjs has left on the window. The window is as it was before when this returns. */
export function takeBack(): unknown {
  const sim = own.Sim;
  if (had) own.Sim = before;
  else delete own.Sim;
  if (lent) delete scope.window;
  return sim;
}
