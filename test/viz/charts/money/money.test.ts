import { describe, expect, it } from 'vitest';
import { money } from '../../../../viz/charts/money/money.ts';
import { halfOfDifference, paidBy, paidMore, payers } from '../../../../viz/charts/money/payers.ts';
import { estimateAt } from '../../../../viz/charts/numbers-of.ts';
import { example, heldBack, options } from '../example.ts';

const municipality = 'medium-1';
const scenarios = example.findings.scenarios.map(({ name }) => name);
const mean = (scenario: string, measure: string) =>
  estimateAt(example.findings, { scenario, measure, municipality })?.mean ?? Number.NaN;

describe('who paid', () => {
  it('adds up: all payers together are all costs and what the state spends', () => {
    for (const scenario of scenarios) {
      const measures = ['cost_municipality', 'cost_blocked_days', 'grants_state', 'cost_health_trust'];
      const whole = measures.reduce((sum, measure) => sum + mean(scenario, measure), 0);
      expect(paidBy(example, scenario, municipality)?.together).toBeCloseTo(whole, 3);
    }
  });

  it("pays the wages: in today's scheme the municipality and the grant come to a plausible price a staffed post", () => {
    const amounts = paidBy(example, 'medium', municipality)?.amounts;
    const price = ((amounts?.municipality ?? 0) + (amounts?.state_service ?? 0)) / mean('medium', 'post_years_staffed');
    const cost = example.findings.scenarios[0].parameters.find(({ path }) => path === 'costs.post');
    expect(price).toBeGreaterThan(cost?.low ?? Infinity);
    expect(price).toBeLessThan(cost?.high ?? 0);
  });

  it('differs by what the levels differ by', () => {
    const [base, other, more] = [
      paidBy(example, 'medium', municipality),
      paidBy(example, heldBack, municipality),
      paidMore(example, heldBack, municipality),
    ];
    for (const payer of payers) {
      expect(more?.amounts[payer]).toBeCloseTo((other?.amounts[payer] ?? 0) - (base?.amounts[payer] ?? 0), 3);
    }
  });

  it('knows an interval only where one measure gives it', () => {
    const half = (payer: (typeof payers)[number], scenario: string) =>
      halfOfDifference(example, payer, { scenario, municipality });
    expect(half('municipality', heldBack)).toBeGreaterThan(0);
    // held back, a part of the framework grant goes elsewhere: a difference of two measures
    expect(half('state_service', heldBack)).toBeNull();
    // passed on, nothing does
    expect(half('state_service', 'medium+framework:passed-on')).toBeGreaterThan(0);
  });
});

describe('the chart of money', () => {
  it('is drawn the same for the same result', async () => {
    await expect(`${money(example, options).svg}\n`).toMatchFileSnapshot('../../snapshots/money.svg');
  });

  it('says where the money of vacant posts stays, where there is a framework grant', () => {
    expect(money(example, options).svg).toContain('What vacant posts leave of a framework grant');
    const [base] = example.findings.scenarios;
    const alone = { ...example, findings: { ...example.findings, scenarios: [base] } };
    expect(money(alone, options).svg).not.toContain('What vacant posts leave');
  });

  it('has bars on one scale: the widths of a scenario add up to that of its whole', () => {
    const { svg } = money(example, options);
    const width = (key: string) =>
      Number(new RegExp(`data-key="${key}"[^]*?(?:<rect [^>]*width="([\\d.]+)"|</g>)`).exec(svg)?.[1] ?? 0);
    const parts = ['municipality', 'state_service', 'state_elsewhere', 'health_trust'].map((payer) =>
      width(`${payer}-C`),
    );
    expect(parts.every((one) => one > 0)).toBe(true);
    const sum = parts.reduce((before, one) => before + one, 0);
    // days ready for discharge are counted in the whole and too little to draw
    expect(width('together-C') - sum).toBeGreaterThan(0);
    expect(width('together-C') - sum).toBeLessThan(2);
    expect(svg).toMatch(/Too little to draw, but counted: the municipality, days ready for discharge, A\s0\.02/);
  });

  it('says which prices and years, in both languages, and never that less money is better', () => {
    const [en, nb] = (['en', 'nb'] as const).map((lang) => money(example, { ...options, lang }));
    expect(en.reading).toMatch(/^NOK million a year at 2021 prices, mean over 10 years and 100 futures/);
    expect(nb.reading).toMatch(/^Mill\. kr i året i 2021-kroner, snitt over 10 år og 100 framtider/);
    expect(en.svg).toContain('no saving');
    expect(nb.svg).toContain('ingen innsparing');
    expect(`${en.svg}${en.readout}`).not.toMatch(/better|cheaper/);
    expect(en.csv).toEqual(nb.csv);
  });

  it('is words where no money is known', () => {
    const findings = { ...example.findings, estimates: [] };
    expect(money({ ...example, findings }, options).svg).toContain('No money is counted');
  });
});
