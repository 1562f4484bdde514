/** Whether this engine has the digits that results are made of: one digest over exact maths and draws. */
import { addressOf, Draws } from '../../model/kernel/draws.ts';
import { exp, ln, normalCdf, normalQuantile, power } from '../../model/kernel/maths.ts';
import { digest } from './statistics/digest.ts';
import { tQuantile } from './statistics/student.ts';

/** The same on every engine; stands in run.json as `self_test`. */
export function selfTest(): string {
  return digest(values());
}

function* values(): Generator<number> {
  for (let i = 1; i <= 500; i++) {
    const x = i / 7;
    yield exp(-x);
    yield exp(x);
    yield ln(x);
    yield power(x, 0.585);
    yield Math.sqrt(x);
    yield normalCdf((x - 36) / 12);
    yield normalQuantile(i / 501);
  }
  // where a faster way of reckoning would slip: next to 1, in the tails that 32 bits reach, at ages and hazards
  for (let i = 1; i <= 500; i++) {
    const near = i / 4_294_967_296;
    yield ln(1 - near);
    yield ln(near * i * i);
    yield exp(i / 501 - 0.5);
    yield exp(-i * 1.5);
    yield power(i / 50, 1 / 0.585);
    yield normalQuantile(near);
    yield normalQuantile(1 - near);
    yield normalCdf(-i / 80);
  }
  for (const n of [2, 5, 40, 100, 1_000])
    for (const p of [0.9, 0.95, 0.975, 0.995, 1 - 0.05 / 2 / 40]) yield tQuantile(p, n - 1);
  for (const seed of [1, 2, 1_000_003]) {
    const draws = new Draws(seed, 3);
    for (let who = 0; who < 20; who++) {
      draws.at(who, 7, addressOf('self test'), who * who);
      yield draws.uniform();
      yield draws.exponential(90);
      yield draws.gamma2(6);
      yield draws.between(120, 180);
      yield Number(draws.chance(0.3));
      yield draws.triangular(14, 40, 100);
      yield draws.lognormal(6, 9);
      yield draws.weibull(0.585, 341);
      yield draws.normal();
      yield draws.poisson(13.5);
      yield draws.index([0.2, 0.5, 0.3]);
    }
  }
}
