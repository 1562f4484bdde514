/** Colours where a person reads them: on a terminal that wants them. picocolors alone would colour a pipe when CI is set. */
import { createColors } from 'picocolors';

const { env, stdout } = process;
const wanted = env.FORCE_COLOR ? env.FORCE_COLOR !== '0' : stdout.isTTY === true && env.TERM !== 'dumb';

export const colours = createColors(wanted && !env.NO_COLOR);
