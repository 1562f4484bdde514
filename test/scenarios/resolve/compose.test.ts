import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Arrangement } from '../../../model/arrangement.ts';
import { inForce } from '../../../model/arrangement.ts';
import { dayOf } from '../../../model/kernel/calendar.ts';
import { pathInfo } from '../../../scenarios/resolve/paths.ts';
import type { Draw } from '../../../scenarios/resolve/realise.ts';
import { asGiven, realise } from '../../../scenarios/resolve/realise.ts';
import type { Written } from './files.ts';
import { resolve } from './files.ts';

const town = (arrangement: Arrangement, number: string) => {
  const found = arrangement.towns.find((one) => one.number === number);
  if (!found) throw new Error(`no ${number}`);
  return found;
};
const policy = (name: string, lines: string, level = 'state') =>
  `policy: ${name}\nlabel: { en: ${name}, nb: ${name} }\nlevel: ${level}\n${lines}\n`;

describe('a place', () => {
  const medium = resolve('medium');

  test('is the standard catchment with one municipality in focus', () => {
    expect(medium.arrangement.towns).toHaveLength(17);
    expect(medium.arrangement.towns.filter(({ focus }) => focus).map(({ number }) => number)).toEqual(['medium-1']);
    const adults = medium.arrangement.towns.reduce((sum, { numbers }) => sum + numbers[0].values.town.adults, 0);
    expect(adults).toBe(240_000);
    const [{ values }] = medium.arrangement.common;
    expect([values.beds.detox, values.beds.stay].map((beds) => Math.round(beds * 2.4))).toEqual([13, 90]);
    expect(medium.arrangement.stayUnits).toEqual([0.5, 0.5]);
  });

  test('has the posts of definitions.md in focus and as a neighbour', () => {
    const posts = ['small', 'medium', 'large'].map((kind) => {
      const { arrangement } = resolve(kind);
      const { values } = town(arrangement, `${kind}-1`).numbers[0];
      const neighbour = town(resolve(kind === 'medium' ? 'small' : 'medium').arrangement, `${kind}-1`).numbers[0]
        .values;
      return [values.posts.own, neighbour.posts.own, values.grant.posts, values.grant.held_share, values.posts.teams];
    });
    expect(posts).toEqual([
      [1, 1.22, 0.5, 0.5, 1],
      [3.23, 3.54, 1.8, 0.8, 1],
      [13.8, 14.2, 9, 0.95, 2],
    ]);
  });

  test('takes the grant of the municipality in focus as a condition and leaves its neighbours to their priority', () => {
    expect(medium.conditions).toEqual([{ path: 'grant.held_at_census', value: 1, municipality: 'medium-1' }]);
    const held = medium.arrangement.towns.map(({ numbers }) => numbers[0].values.grant.held_at_census);
    expect(held.filter((value) => Number.isNaN(value))).toHaveLength(16);
    expect(JSON.parse(JSON.stringify(medium.arrangement.towns[0].numbers[0].values.grant.held_at_census))).toBeNull();
  });

  test('region has all municipalities in focus, no conditions, and its own beds', () => {
    const { arrangement, conditions } = resolve('region');
    expect(arrangement.towns).toHaveLength(9);
    expect(arrangement.towns.every(({ focus }) => focus)).toBe(true);
    expect(conditions).toEqual([]);
    expect(
      [arrangement.common[0].values.beds.detox, arrangement.common[0].values.beds.stay].map((beds) =>
        Math.round(beds * 1.36),
      ),
    ).toEqual([8, 51]);
    expect(town(arrangement, 'medium-1').numbers[0].values.posts.own).toBe(3.54);
  });

  test('an own place overrides by path, for the municipality in focus or for everybody', () => {
    const ours =
      'place: ours\nlabel: { en: Ours, nb: Vår }\nextends: medium\nparameters:\n  posts.own: 4\n  beds.stay: 40\n';
    const { name, arrangement, parameters } = resolve('./towns/ours.yaml', { './towns/ours.yaml': ours });
    expect(name).toBe('ours');
    expect(town(arrangement, 'medium-1').numbers[0].values.posts.own).toBe(4);
    expect(town(arrangement, 'medium-2').numbers[0].values.posts.own).toBe(3.54);
    expect(arrangement.common[0].values.beds.stay).toBe(40);
    expect(
      parameters.find(({ path, municipality }) => path === 'posts.own' && municipality === 'medium-1'),
    ).toMatchObject({
      value: 4,
      low: 4,
      high: 4,
      confidence: 'known',
      drawn: false,
      unit: 'posts',
    });
  });

  test('a municipality keeps its number as it is written', () => {
    const ours =
      'place: ours\nlabel: { en: O, nb: V }\nextends: medium\nmunicipalities:\n  - { number: 0301, kind: large, name: Oslo }\n  - { number: 3201, kind: medium, focus: true }\nfocus: [0301]\n';
    const { place } = resolve('./o.yaml', { './o.yaml': ours });
    expect(place.towns.map(({ number, focus }) => [number, focus])).toEqual([
      ['0301', true],
      ['3201', false],
    ]);
  });

  test('a dated series makes segments, and holds its first value before its first date', () => {
    const ours =
      'place: ours\nlabel: { en: O, nb: V }\nextends: medium\nparameters:\n  posts.own: { series: { 2024: 3, 2026-07-01: 4, 2030: 5 } }\n';
    const { numbers } = town(resolve('./o.yaml', { './o.yaml': ours }).arrangement, 'medium-1');
    expect(numbers.map(({ from, values }) => [from, values.posts.own])).toEqual([
      [null, 3],
      [dayOf(2026, 7, 1) - dayOf(2027, 1, 1), 4],
      [dayOf(2030, 1, 1) - dayOf(2027, 1, 1), 5],
    ]);
  });
});

describe('a policy', () => {
  const medium = resolve('medium').arrangement;

  test('framework touches the funding from the switch and the two conditions, nothing else', () => {
    const { arrangement } = resolve('medium+framework');
    expect(arrangement.common).toEqual(medium.common);
    expect(arrangement.groups).toEqual(medium.groups);
    arrangement.towns.forEach((it, index) => {
      const before = medium.towns[index];
      expect(it.mechanisms).toEqual([
        before.mechanisms[0],
        { from: 0, values: { ...before.mechanisms[0].values, funding: 'framework' } },
      ]);
      if (!it.focus) {
        expect(it.numbers).toEqual(before.numbers);
        return;
      }
      const { values } = before.numbers[0];
      const after = { ...values, council: { ...values.council, retention: 1, pass_through: 1 } };
      expect(it.numbers).toEqual([before.numbers[0], { from: 0, values: after }]);
    });
  });

  test('conditions hold for a single municipality in focus, or where the variant is asked for by name', () => {
    const retention = (scenario: string) =>
      resolve(scenario).arrangement.towns.map((it) => inForce(it.numbers, 0).council.retention);
    expect(retention('medium+framework:held-back').filter((value) => !Number.isNaN(value))).toEqual([0.5]);
    expect(retention('region+framework').every(Number.isNaN)).toBe(true);
    expect(retention('region+framework:held-back')).toEqual(Array(9).fill(0.5));
    expect(resolve('medium+framework').conditions.map(({ path, value }) => [path, value])).toEqual([
      ['grant.held_at_census', 1],
      ['council.retention', 1],
      ['council.pass_through', 1],
    ]);
  });

  test('the bare name means the default variant and says so', () => {
    const [bare] = resolve('medium+purchaser-provider').policies;
    expect(bare).toMatchObject({ fullName: 'purchaser-provider:plug', variant: 'plug', variantNamed: false });
    const [named] = resolve('medium+purchaser-provider:order').policies;
    expect(named).toMatchObject({ fullName: 'purchaser-provider:order', variantNamed: true });
  });

  test('of the state reaches all municipalities, a local one the one in focus, and @ overrides both', () => {
    const reached = (scenario: string) => {
      const { policies, arrangement } = resolve(scenario);
      const changed = arrangement.towns.filter((it) => it.mechanisms.length > 1).map(({ number }) => number);
      expect(policies[0].towns).toEqual(changed);
      return changed.length;
    };
    expect(reached('medium+framework')).toBe(17);
    expect(reached('medium+framework@focus')).toBe(1);
    expect(reached('medium+purchaser-provider')).toBe(1);
    expect(reached('medium+purchaser-provider@all')).toBe(17);
    expect(reached('region+purchaser-provider')).toBe(9);
  });

  test('with dates makes segments that end again', () => {
    const files = { './p.yaml': policy('p', 'changes:\n  - { path: beds.stay, scale: 2, from: 2028, until: 2029 }') };
    const { common } = resolve('medium+./p.yaml', files).arrangement;
    expect(common.map(({ from, values }) => [from, values.beds.stay])).toEqual([
      [null, 37.5],
      [365, 75],
      [731, 37.5],
    ]);
  });

  test('leaves every number before the switch as it is', () => {
    for (const scenario of [
      'medium+framework',
      'medium+purchaser-provider@all+more-beds',
      'medium+shorter-stays+early-notice',
    ]) {
      const { arrangement } = resolve(scenario);
      expect(inForce(arrangement.common, -1)).toEqual(medium.common[0].values);
      arrangement.towns.forEach((it, index) => {
        expect(inForce(it.numbers, -1)).toEqual(medium.towns[index].numbers[0].values);
        expect(inForce(it.mechanisms, -1)).toEqual(medium.towns[index].mechanisms[0].values);
      });
    }
  });

  test('may leave to priority what the place takes as a condition', () => {
    const files = {
      './p.yaml': policy(
        'p',
        'mechanisms: { funding: framework }\nchanges:\n  - { path: council.retention, set: drawn }',
      ),
    };
    const { arrangement } = resolve('medium+./p.yaml', files, { sets: [] });
    expect(inForce(town(arrangement, 'medium-1').numbers, 0).council.retention).toBeNaN();
  });

  test('with its strength set to zero is the place itself', () => {
    for (const scenario of ['more-beds', 'bed-closure', 'shorter-stays', 'early-notice']) {
      expect(JSON.stringify(resolve(`medium+${scenario}`, {}, { zero: true }).arrangement), scenario).toBe(
        JSON.stringify(medium),
      );
    }
    const { arrangement } = resolve('medium+purchaser-provider:plug', {}, { zero: true });
    expect(inForce(town(arrangement, 'medium-1').numbers, 0).office.share).toBe(0);
  });
});

describe('--set', () => {
  test('holds for the whole run, history included, on the municipality in focus or on everybody', () => {
    const { arrangement } = resolve(
      'medium+more-beds',
      {},
      { sets: ['posts.own=4', 'beds.stay=40', 'groups.rop_severe.need_order=2'] },
    );
    expect(town(arrangement, 'medium-1').numbers.map(({ values }) => values.posts.own)).toEqual([4]);
    expect(town(arrangement, 'medium-2').numbers[0].values.posts.own).toBe(3.54);
    expect(arrangement.common.map(({ values }) => values.beds.stay)).toEqual([40, 40 * 1.1]);
    expect(arrangement.groups.find(({ name }) => name === 'rop_severe')?.need_order).toBe(2);
  });
  test('from a date changes the place from then on, and policies act on it', () => {
    const { arrangement } = resolve('medium+more-beds', {}, { sets: ['beds.stay@2029=40', 'beds.stay@2025-06-01=30'] });
    expect(arrangement.common.map(({ values }) => values.beds.stay)).toEqual([37.5, 30, 30 * 1.1, 40 * 1.1]);
  });
  test('of an uncertain number makes it known', () => {
    const { plan } = resolve('medium', {}, { sets: ['detox.continue_share=0.6'] });
    expect(plan.common.find(({ path }) => path === 'detox.continue_share')?.own[0].quantity).toMatchObject({
      low: 0.6,
      high: 0.6,
      drawn: false,
    });
  });
});

describe('the order of changes', () => {
  const operand = fc.double({ min: 0.5, max: 1.5, noNaN: true });
  const change = fc.oneof(
    operand.map((value) => `scale: ${value}`),
    operand.map((value) => `add: ${value}`),
    fc.tuple(operand, operand, operand).map((three) => {
      const [low, value, high] = three.sort((a, b) => a - b);
      return `scale: { value: ${value}, low: ${low}, high: ${high} }`;
    }),
  );
  const draws: Draw[] = [asGiven, ({ low }) => low, ({ low, high }) => low + (high - low) * 0.37];

  test('never matters, to the last bit', () => {
    fc.assert(
      fc.property(
        fc.array(change, { minLength: 2, maxLength: 5 }),
        fc.boolean(),
        fc.integer({ min: 1, max: 4 }),
        (changes, withSet, turn) => {
          const lines = withSet ? [...changes, 'set: 30'] : changes;
          const files: Written = {};
          lines.forEach((line, index) => {
            files[`./p${index}.yaml`] = policy(
              `p${index}`,
              `changes:\n  - { path: beds.stay, ${line} }\n  - { path: posts.own, scale: 1.0${index + 1} }`,
            );
          });
          const names = Object.keys(files);
          const turned = [...names.slice(turn % names.length), ...names.slice(0, turn % names.length)].reverse();
          const [one, other] = [names, turned].map((order) => resolve(['medium', ...order].join('+'), files).plan);
          for (const draw of draws) {
            expect(JSON.stringify(realise(other, draw))).toBe(JSON.stringify(realise(one, draw)));
          }
        },
      ),
      { numRuns: 8 },
    );
  }, 60_000);

  test('is (set, or own) × factors + summands', () => {
    const files = {
      './a.yaml': policy('a', 'changes:\n  - { path: beds.stay, add: 2 }\n  - { path: beds.stay, scale: 1.5 }'),
      './b.yaml': policy(
        'b',
        'changes:\n  - { path: beds.stay, set: 30 }\n  - { path: beds.stay, scale: 0.5 }\n  - { path: beds.stay, add: -1 }',
      ),
    };
    const { common } = resolve('medium+./a.yaml+./b.yaml', files).arrangement;
    expect(inForce(common, 0).beds.stay).toBe(30 * 0.5 * 1.5 - 1 + 2);
  });
});

describe('a future', () => {
  const scenarios = [
    'medium',
    'region',
    'medium+framework',
    'medium+purchaser-provider:order@all',
    'medium+shorter-stays+early-notice',
  ];

  test('in which nothing is drawn is the arrangement itself', () => {
    for (const scenario of scenarios) {
      const { plan, arrangement } = resolve(scenario);
      expect(JSON.stringify(realise(plan, asGiven))).toBe(JSON.stringify(arrangement));
    }
  });

  test('draws what is uncertain and no figure holds, under the same key in every scenario', () => {
    const asked = (scenario: string) => {
      const keys = new Map<string, string>();
      realise(resolve(scenario).plan, ({ key, low, value, high }) => {
        keys.set(key, `${low} ${value} ${high}`);
        return value;
      });
      return keys;
    };
    const base = asked('medium');
    for (const held of ['posts.own', 'beds.stay', 'follow_up.caseload', 'relapse.level', 'town.adults'])
      expect(base.has(held), held).toBe(false);
    for (const drawn of ['grant.held_share', 'posts.recruitment_days', 'office.share'])
      expect(base.has(drawn), drawn).toBe(true);
    for (const key of base.keys()) expect(pathInfo(key), key).toBeDefined();
    const stays = asked('medium+shorter-stays');
    expect([...stays.keys()].filter((key) => !base.has(key))).toEqual([
      'shorter-stays/stay.short_days',
      'shorter-stays/stay.long_days',
    ]);
    expect([...asked('medium+purchaser-provider:plug').keys()]).toContain(
      'purchaser-provider:plug/office.handover_days',
    );
  });

  test('keeps limits and sums wherever in its ranges it lies', () => {
    const { plan } = resolve('medium+purchaser-provider:plug@all+shorter-stays');
    fc.assert(
      fc.property(fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (stream) => {
        const memory = new Map<string, number>();
        const at = (key: string) => {
          if (!memory.has(key)) memory.set(key, stream.next().value as number);
          return memory.get(key) as number;
        };
        const { common, groups, towns } = realise(plan, ({ key, low, high }) => low + (high - low) * at(key));
        const numbers = [...common, ...towns.flatMap((one) => one.numbers)];
        for (const { values } of numbers) {
          for (const [section, names] of Object.entries(values)) {
            for (const [name, value] of Object.entries(names as Record<string, number>)) {
              const declared = pathInfo(`${section}.${name}`)?.declared;
              if (!declared || Number.isNaN(value)) continue;
              expect(value).toBeGreaterThanOrEqual(declared.min - 1e-9);
              expect(value).toBeLessThanOrEqual(declared.max + 1e-9);
            }
          }
        }
        expect(groups.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
        const { relapse, out_of_contact } = common[0].values;
        expect(
          relapse.to_referral + relapse.to_return + relapse.to_emergency + relapse.to_municipality,
        ).toBeLessThanOrEqual(1 + 1e-9);
        expect(out_of_contact.to_referral + out_of_contact.to_emergency + out_of_contact.to_exit).toBeLessThanOrEqual(
          1 + 1e-9,
        );
      }),
      { numRuns: 50 },
    );
  });

  test('a drawn share of a group leaves the rest to the largest group', () => {
    const ours =
      'place: ours\nlabel: { en: O, nb: V }\nextends: medium\ngroups:\n  rop_severe: { share: { value: 0.24, low: 0.1, high: 0.3 } }\n';
    const { plan } = resolve('./o.yaml', { './o.yaml': ours });
    const { groups } = realise(plan, ({ key, low, value }) => (key === 'groups.rop_severe.share' ? low : value));
    expect(groups.find(({ name }) => name === 'rop_severe')?.share).toBe(0.1);
    expect(groups.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
  });

  test('a plan can be sent to a worker', () => {
    const { plan, arrangement } = resolve('medium+framework');
    expect(JSON.stringify(realise(structuredClone(plan), asGiven))).toBe(JSON.stringify(arrangement));
  });
});

describe('the rows of parameters.csv', () => {
  test('have value, unit, range, source and confidence for everything the scenario reads', () => {
    for (const scenario of [
      'medium',
      'region',
      'medium+framework',
      'medium+purchaser-provider',
      'medium+shorter-stays',
      'medium+early-notice',
      'medium+more-beds',
    ]) {
      for (const row of resolve(scenario).parameters) {
        expect(row.source, row.path).not.toBe('');
        expect(row.confidence, row.path).toMatch(/^(high|medium|low|known)$/);
        expect(row.unit, row.path).not.toBe('');
        expect(row.label?.en && row.label.nb, row.path).toBeTruthy();
        if (!Number.isNaN(row.value)) expect(row.low <= row.value && row.value <= row.high, row.path).toBe(true);
      }
    }
  });
  test('say for which municipality a number holds', () => {
    const own = resolve('medium').parameters.filter(({ path }) => path === 'posts.own');
    expect(own.map(({ municipality, value }) => [municipality, value])).toEqual([
      ['large', 14.2],
      ['medium-1', 3.23],
      ['medium', 3.54],
      ['small', 1.22],
    ]);
    const stretch = resolve('medium').parameters.filter(({ path }) => path === 'follow_up.stretch');
    expect(stretch.map(({ municipality }) => municipality)).toEqual(['all']);
  });
  test("hold a policy's operands under the policy's name", () => {
    const rows = resolve('medium+framework:held-back').parameters.filter(({ scope }) => scope === 'policy');
    expect(
      rows.map(({ path, value, operation, from, municipality }) => [path, value, operation, from, municipality]),
    ).toEqual([
      ['framework:held-back/council.retention', 0.5, 'set', '2027-01-01', 'medium-1'],
      ['framework:held-back/council.pass_through', 0, 'set', '2027-01-01', 'medium-1'],
    ]);
  });
});
