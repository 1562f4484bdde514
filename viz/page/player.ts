/** Plays the years: one in four seconds, or at the speed chosen; by quarters where less motion is wanted. */
import type { App } from './app.ts';
import { prefersStill } from './dom.ts';

export const speeds = [0.5, 1, 2, 4] as const;
const secondsAYear = 4;

export interface Player {
  readonly isPlaying: boolean;
  /** The moment within the day while it plays. */
  readonly exact: number;
  speed: number;
  toggle: () => void;
  stop: () => void;
  /** Called when it starts, stops or changes its speed. */
  listen: (listener: () => void) => void;
}

const players = new WeakMap<App, Player>();

export function player(app: App): Player {
  const known = players.get(app);
  if (known) return known;
  const made = playerOf(app);
  players.set(app, made);
  return made;
}

function playerOf(app: App): Player {
  const listeners = new Set<() => void>();
  let isPlaying = false;
  let speed = 1;
  let last = 0;
  let exact = 0;
  let begun = 0;
  const tell = () => {
    for (const listener of listeners) listener();
  };
  const step = (time: number) => {
    if (!isPlaying) return;
    const end = app.result.days[app.result.days.length - 1] ?? 0;
    const passed = ((time - last) / 1000) * ((365.25 / secondsAYear) * speed);
    last = time;
    exact = Math.min(end, exact + passed);
    const quarter = 365.25 / 4;
    const day = prefersStill() ? Math.max(begun, Math.floor(exact / quarter) * quarter) : exact;
    app.look({ day: Math.min(end, Math.round(day)) });
    if (exact >= end) stop();
    else requestAnimationFrame(step);
  };
  const start = () => {
    const { days } = app.result;
    const end = days[days.length - 1] ?? 0;
    exact = app.now.day >= end ? Math.max(0, days[0] ?? 0) : app.now.day;
    begun = exact;
    isPlaying = true;
    last = performance.now();
    tell();
    requestAnimationFrame(step);
  };
  const stop = () => {
    if (!isPlaying) return;
    isPlaying = false;
    tell();
  };
  return {
    get isPlaying() {
      return isPlaying;
    },
    get exact() {
      return exact;
    },
    get speed() {
      return speed;
    },
    set speed(value: number) {
      speed = value;
      tell();
    },
    toggle: () => (isPlaying ? stop() : start()),
    stop,
    listen: (listener) => listeners.add(listener),
  };
}
