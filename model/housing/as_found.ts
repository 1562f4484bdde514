/** No service changes housing: a person keeps what it arrived with. */
import type { Housing } from './housing.ts';

export const asFound: Housing = {
  unsuitable: (share, u) => u < share,
};
