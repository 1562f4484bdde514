import { expect, it } from 'vitest';
import { withCountry } from './country-place.ts';
import { jobOf } from './job.ts';

it('the country that is timed has 5.5 million inhabitants in 357 municipalities', () => {
  const [{ plan }] = jobOf(['country'], 1, withCountry).scenarios;
  expect(plan.towns).toHaveLength(357);
  const adults = plan.towns.map(({ formulas }) => {
    const formula = formulas.find(({ path }) => path === 'town.adults');
    return formula?.own[0].quantity.value ?? Number.NaN;
  });
  // the bundled kinds have four adults among five inhabitants
  expect(adults.reduce((sum, one) => sum + one) / 0.8).toBe(5_500_000);
});
