/** A picture of one day, for paper. */

/**
 * How much it holds: rooms are as large as that day asks; `plain` without what is noted in them, `empty` without dots, too.
 */
export type Still = 'noted' | 'plain' | 'empty';

/** Rooms without notes stand close. */
export const isClose = (still: Still | undefined): boolean => still === 'plain' || still === 'empty';
