/** A made-up country for the benchmark: 5.5 million inhabitants in 357 municipalities of the bundled kinds, one provider. */
import type { Bundle } from '../../scenarios/resolve/bundled.ts';
import { bundled } from '../../scenarios/resolve/bundled.ts';

/** 36 units of stay beds: as large as those of the standard catchment. */
const country = `
place: country
label: { en: A country of 5.5 million, nb: 'Et land med 5,5 millioner' }
extends: standard-catchment
municipalities:
  - { kind: large, count: 20 }
  - { kind: medium, count: 121 }
  - { kind: small, count: 216 }
focus: all
stay_units: [${Array(36).fill(45).join(', ')}]
`;

export const withCountry: Bundle = { ...bundled, places: { ...bundled.places, country } };
