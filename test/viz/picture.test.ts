import { csvParse } from 'd3';
import { describe, expect, it } from 'vitest';
import type { BandRow } from '../../viz/picture.ts';
import { picture } from '../../viz/picture.ts';

const header = 'scenario,base,date,day,municipality,kind,queue,mean,p05,p25,p50,p75,p95';
const options = { title: 'A < B & "C"', queue: 'follow_up' };

/** Two scenarios, three dates: the second has one person more from the switch on. */
function rows(extra = 0): BandRow[] {
  const text = [header];
  for (const [scenario, more] of [
    ['town', 0],
    ['town+policy', 1],
  ] as const) {
    for (const [date, day] of [
      ['2026-01-01', -365],
      ['2027-01-01', 0],
      ['2028-01-01', 365],
    ] as const) {
      const mean = 2 + (day >= 0 ? more + extra : 0);
      text.push(`${scenario},,${date},${day},12,waiting,follow_up,${mean},0,1,${mean},3,4`);
      text.push(`${scenario},,${date},${day},provider,waiting,follow_up,70,60,65,70,75,80`);
      text.push(`${scenario},,${date},${day},12,position,follow_up,9,9,9,9,9,9`);
    }
  }
  text.push('town+policy,town,2027-01-01,0,12,waiting,follow_up,1,1,1,1,1,1');
  return csvParse(text.join('\n')) as unknown as BandRow[];
}

describe('the picture of a queue', () => {
  it('is the same text for the same rows', () => {
    expect(picture(rows(), options)).toBe(picture(rows(), options));
  });

  it('is another one for other rows', () => {
    expect(picture(rows(), options)).not.toBe(picture(rows(1), options));
  });

  it('has a panel for each scenario, named, and escapes what it is given', () => {
    const svg = picture(rows(), options);
    expect(svg).toContain('>town (as today)<');
    expect(svg).toContain('>town+policy<');
    expect(svg).toContain('A &lt; B &amp; &quot;C&quot;');
    expect(svg.match(/<g /g)).toHaveLength(2);
    expect(svg.match(/stroke-dasharray/g)).toHaveLength(1);
  });

  it('draws the mean where the axis says: one line of three points, at 2, 3 and 3 of 4 persons', () => {
    const svg = picture(rows(), { ...options, width: 460 });
    // a panel is 230 wide: three years from 34 to 210; persons from 180 (none) up to 30 (four)
    expect(svg).toContain('d="M63.33,105L122,67.5L180.67,67.5" fill="none" stroke="#14558f"');
    expect(svg).toContain('d="M63.33,105L122,105L180.67,105" fill="none" stroke="#14558f"');
  });

  it('averages the months of a year, and leaves out the day of the horizon', () => {
    const months: BandRow[] = [];
    for (let month = 1; month <= 25; month++) {
      const year = 2027 + Math.floor((month - 1) / 12);
      const date = `${year}-${String(((month - 1) % 12) + 1).padStart(2, '0')}-01`;
      const value = String(month === 25 ? 400 : month % 2 === 0 ? 3 : 1);
      const quantiles = { p05: value, p25: value, p75: value, p95: value };
      const rest = { base: '', municipality: '12', kind: 'waiting', queue: 'follow_up' };
      months.push({ scenario: 'town', date, day: String((month - 1) * 30), mean: value, ...quantiles, ...rest });
    }
    // both years have the mean 2, which is the top of the axis
    expect(picture(months, { ...options, width: 254 })).toContain('d="M84,30L184,30" fill="none" stroke="#14558f"');
  });

  it('leaves out the provider, positions and differences', () => {
    const only = rows().filter(
      ({ municipality, kind, base }) => municipality === '12' && kind === 'waiting' && base === '',
    );
    expect(picture(rows(), options)).toBe(picture(only, options));
  });

  it('refuses a queue of which there is no row', () => {
    expect(() => picture(rows(), { ...options, queue: 'bed' })).toThrow('bed');
  });
});
