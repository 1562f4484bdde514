/**
 * Delays as the twin sees them. Who enters a delay during a day does so evenly over it, so after `j` more days a share
 * is left that is the survival averaged over the ages `j` to `j + 1`.
 */
import { normalCdf } from '../../../model/kernel/maths.ts';
import type { CommonNumbers } from '../../../model/parameters.ts';

type OfAge = (age: number) => number;

/** A function of age, averaged over one day from each whole age: entry 0 is the end of the day of entry. */
export function averaged(of: OfAge, days: number): Float64Array {
  // Simpson, with the points near age 0 close together, where a Weibull is steep
  const points = 32;
  const made = new Float64Array(days);
  for (let j = 0; j < days; j++) {
    let sum = 0;
    for (let i = 0; i <= points; i++) {
      const x = i / points;
      const weight = i === 0 || i === points ? 1 : i % 2 === 1 ? 4 : 2;
      // age = j + x², so that the measure is 2x dx
      sum += weight * of(j + x * x) * 2 * x;
    }
    made[j] = sum / (3 * points);
  }
  return made;
}

/** The share that leaves during each day, of those left at its beginning; entry 0: during what is left of the first day. */
export function leaving(left: Float64Array): Float64Array {
  return left.map((now, j) => {
    const before = j === 0 ? 1 : left[j - 1];
    return before > 1e-12 ? Math.min(1, Math.max(0, 1 - now / before)) : 1;
  });
}

/** Gamma of shape 2: two exponentials of half the mean. */
export function gamma2Left(mean: number): OfAge {
  return (age) => (mean > 0 ? Math.exp((-2 * age) / mean) * (1 + (2 * age) / mean) : 0);
}

export function lognormalLeft(median: number, mean: number): OfAge {
  const sigma = Math.sqrt(2 * Math.log(mean / median));
  return (age) => (age <= 0 ? 1 : 1 - normalCdf(Math.log(age / median) / sigma));
}

/** The appointment: a uniform part of a triangular deadline, which is longer by `extra` days. */
export function bookedLeft(numbers: CommonNumbers['first_contact'], extra: number): OfAge {
  const { deadline_low: low, deadline_mode: mode, deadline_high: high, booked_from, booked_to } = numbers;
  const steps = 400;
  const deadlines: number[] = [];
  for (let i = 0; i < steps; i++) {
    const u = (i + 0.5) / steps;
    const width = high - low;
    const left = mode - low;
    const days =
      u * width < left ? low + Math.sqrt(u * width * left) : high - Math.sqrt((1 - u) * width * (high - mode));
    deadlines.push(days + extra);
  }
  return (age) => {
    let sum = 0;
    for (const deadline of deadlines) {
      const part = age / deadline;
      sum += part <= booked_from ? 1 : part >= booked_to ? 0 : (booked_to - part) / (booked_to - booked_from);
    }
    return sum / steps;
  };
}

/** Weibull's cumulative hazard. */
export function weibullHazard(shape: number, scale: number): OfAge {
  return (age) => (age <= 0 ? 0 : (age / scale) ** shape);
}

export interface StayDelay {
  /** Of those in the bed at the beginning of a day: who leaves early during it, and whose completion is notified. */
  dropped: Float64Array;
  noticed: Float64Array;
}

/**
 * A stay meant to last a uniform time around `meant`, left early by a Weibull. `hr` multiplies that hazard. Who completes
 * is notified `notice` days before and does not leave early after that.
 */
export function stayDelay(stay: CommonNumbers['stay'], meant: number, hr: number, notice: number): StayDelay {
  const low = meant * (1 - stay.spread);
  const high = meant * (1 + stay.spread);
  const hazard = weibullHazard(stay.dropout_shape, stay.dropout_days);
  const stays: OfAge = (age) => Math.exp(-hr * hazard(age));
  const meantLonger: OfAge = (age) => Math.min(1, Math.max(0, (high - age) / (high - low)));
  const days = Math.ceil(high) + 2;
  // cumulative shares by age, on a grid of a twentieth of a day
  const fine = 20;
  const dropped = new Float64Array(days * fine + fine + 1);
  const completed = new Float64Array(dropped.length);
  for (let i = 1; i < dropped.length; i++) {
    const [from, to] = [(i - 1) / fine, i / fine];
    const middle = (from + to) / 2;
    dropped[i] = dropped[i - 1] + meantLonger(middle) * (stays(from) - stays(to));
    completed[i] = completed[i - 1] + stays(middle) * (meantLonger(from) - meantLonger(to));
  }
  const at = (of: Float64Array, age: number) => {
    const x = Math.min(Math.max(0, age) * fine, of.length - 1);
    const i = Math.min(Math.floor(x), of.length - 2);
    return of[i] + (x - i) * (of[i + 1] - of[i]);
  };
  const droppedBy = averaged((age) => at(dropped, age), days);
  const noticedBy = averaged((age) => at(completed, age + notice), days);
  const exits: StayDelay = { dropped: new Float64Array(days), noticed: new Float64Array(days) };
  for (let j = 0; j < days; j++) {
    const [d, n] = j === 0 ? [0, 0] : [droppedBy[j - 1], noticedBy[j - 1]];
    const here = 1 - d - n;
    exits.dropped[j] = here > 1e-9 ? (droppedBy[j] - d) / here : 0;
    exits.noticed[j] = here > 1e-9 ? (noticedBy[j] - n) / here : 1;
  }
  return exits;
}
