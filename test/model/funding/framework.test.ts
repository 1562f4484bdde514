import { describe, expect, test } from 'vitest';
import { expectedHeldShare } from '../../../model/funding/equal_money.ts';
import { switched } from './permanent.ts';

/** 0.8711…: the share of ten years in which a medium town that holds the grant today can expect to hold it. */
const share = expectedHeldShare(true, 0.8, 0.96, 10);
const price = 855_000;

describe('a framework grant in a town that holds the grant of 1.8 posts', () => {
  test('passed on leaves 1.5685 permanent posts, with today’s workers', () => {
    const { funded, staffed, tally } = switched('framework', { retention: 1, pass_through: 1 });
    expect(funded('framework', 1)).toBeCloseTo(1.5685, 4);
    expect(staffed('framework', 1)).toBe(funded('framework', 1));
    expect(funded('grant', 1)).toBe(0);
    expect(staffed('framework', 365)).toBeCloseTo(1.8 * share, 12);
    expect(tally('nok_granted')).toBeCloseTo((1.8 * share * price * 365) / 365.25, 3);
    expect(tally('nok_state_posts')).toBeCloseTo(tally('nok_granted'), 3);
    expect(tally('nok_other_services')).toBeCloseTo(0, 3);
    // no reporting, no application
    expect(tally('place_days')).toBeCloseTo((3.23 + 1.8 * share) * 13.5 * 365, 4);
  });

  test('held back by half leaves half, and shows the rest as going to other services', () => {
    const { funded, tally } = switched('framework', { retention: 0.5, pass_through: 0 });
    expect(funded('framework', 1)).toBeCloseTo(0.78427, 5);
    expect(funded('framework', 365)).toBeCloseTo((1.8 * share) / 2, 12);
    expect(tally('nok_granted')).toBeCloseTo((1.8 * share * price * 365) / 365.25, 3);
    expect(tally('nok_other_services')).toBeCloseTo(tally('nok_granted') / 2, 3);
    expect(tally('post_days_staffed')).toBeCloseTo((3.23 + 0.9 * share) * 365, 6);
  });

  test('kept to the full and more adds posts, which are advertised', () => {
    const { funded, staffed, tally } = switched('framework', { retention: 1.3, pass_through: 0 });
    // what the council adds is its own money: of the wages of 1.3 M in posts, the state pays 1 in 1.3
    const ownWages = 3.23 * 365;
    expect(tally('nok_state_posts')).toBeCloseTo((((tally('post_days_staffed') - ownWages) / 1.3) * price) / 365.25, 3);
    expect(tally('nok_other_services')).toBe(0);
    expect(funded('framework', 1)).toBeCloseTo(1.3 * 1.8 * share, 12);
    expect(staffed('framework', 1)).toBeCloseTo(1.8, 12);
    expect(staffed('framework', 365)).toBeCloseTo(1.3 * 1.8 * share, 12);
  });

  test('of which nothing is kept ends every grant post on day 0', () => {
    const { funded, tally } = switched('framework', { retention: 0, pass_through: 1 });
    expect(funded('framework', 1)).toBe(0);
    expect(funded('grant', 1)).toBe(0);
    expect(tally('post_days_staffed')).toBeCloseTo(3.23 * 365, 6);
    expect(tally('nok_other_services')).toBeCloseTo(tally('nok_granted'), 3);
  });
});

describe('a framework grant in a town that does not hold the grant', () => {
  const expected = expectedHeldShare(false, 0.8, 0.96, 10);

  test('is new money: pass-through decides, retention does not', () => {
    for (const retention of [0, 1]) {
      const { funded, staffed } = switched('framework', { retention, pass_through: 0.5 }, { held_at_census: 0 });
      expect(funded('framework', 1)).toBeCloseTo(0.5 * 1.8 * expected, 12);
      expect(staffed('framework', 1)).toBe(0);
      expect(staffed('framework', 365)).toBeCloseTo(0.5 * 1.8 * expected, 12);
    }
  });
});
