/** The slot `housing`: in what order, with how much support? One file a mechanism. */
import type { Mechanism } from '../arrangement.ts';
import { asFound } from './as_found.ts';

export interface Housing {
  /** Whether a person arrives without suitable housing, for a uniform draw. */
  unsuitable(share: number, u: number): boolean;
}

export const housingMechanisms: Record<Mechanism<'housing'>, Housing> = { as_found: asFound };
