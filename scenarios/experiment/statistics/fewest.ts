/** How many replications it takes to say something; apart from the statistics, so that words need not bring them along. */

/** Fewer replications than this carry no hinge. */
export const fewestForHinges = 60;
