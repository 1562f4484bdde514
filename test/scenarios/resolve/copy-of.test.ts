import { describe, expect, test } from 'vitest';
import { drawOf } from '../../../scenarios/experiment/future.ts';
import { bundled } from '../../../scenarios/resolve/bundled.ts';
import { validateFile } from '../../../scenarios/resolve/describe.ts';
import type { Quantity } from '../../../scenarios/resolve/plan.ts';
import { reader, refusal, resolve } from './files.ts';

/** A bundled policy under another name; what it is a copy of stands in line 2. */
function copied(policy: string, of = policy, change = (text: string) => text): string {
  const text = bundled.policies[policy].replace(/^#.*\n/gm, '');
  return change(text.replace(`policy: ${policy}`, `policy: copied\ncopy_of: ${of}`));
}

const planOf = (scenario: string, files = {}) => resolve(scenario, files).plan;

/** What a path is set to or moved by in the municipality in focus. */
function moved(scenario: string, path: string, files = {}): Quantity {
  const { common, towns } = planOf(scenario, files);
  const formula = [...common, ...(towns.find(({ focus }) => focus)?.formulas ?? [])].find((one) => one.path === path);
  const [dated] = [...(formula?.sets ?? []), ...(formula?.scales ?? [])];
  return dated.quantity;
}

describe('a copy with nothing changed', () => {
  test.each(Object.keys(bundled.policies).filter((name) => name !== 'earmarked-application'))(
    'of %s has its plan, luck included',
    (policy) => {
      for (const variant of [...bundled.policies[policy].matchAll(/^ {2}([a-z-]+):$/gm)].map(([, name]) => name)) {
        const files = { './copy.yaml': copied(policy, `${policy}:${variant}`) };
        expect(planOf(`medium+./copy.yaml:${variant}`, files)).toEqual(planOf(`medium+${policy}:${variant}`));
      }
      if (!bundled.policies[policy].includes('variants:')) {
        expect(planOf('medium+./copy.yaml', { './copy.yaml': copied(policy) })).toEqual(planOf(`medium+${policy}`));
      }
    },
  );

  test('has a luck of its own where it does not say what it is a copy of', () => {
    const files = { './copy.yaml': copied('early-notice', '').replace('copy_of: \n', '') };
    const draw = drawOf(1, 1);
    const path = 'discharge.notice_days';
    expect(moved('medium+./copy.yaml', path, files).key).toBe(`copied/${path}`);
    expect(draw(moved('medium+./copy.yaml', path, files))).not.toBe(draw(moved('medium+early-notice', path)));
  });

  test('names its numbers as the original does, since they are the same', () => {
    const { parameters } = resolve('medium+./copy.yaml', { './copy.yaml': copied('early-notice') });
    const own = parameters.filter(({ scope }) => scope === 'policy').map(({ path }) => path);
    expect(own).toEqual(['early-notice/discharge.notice_days']);
  });
});

describe('a copy with one number changed', () => {
  const wider = (text: string) =>
    text.replace(
      'path: stay.long_days, scale: { value: 0.8, low: 0.7, high: 0.9',
      'path: stay.long_days, scale: { value: 0.7, low: 0.5, high: 0.9',
    );
  const files = { './copy.yaml': copied('shorter-stays', 'shorter-stays', wider) };

  test('leaves all others as they are drawn in the original', () => {
    expect(moved('medium+./copy.yaml', 'stay.short_days', files)).toEqual(
      moved('medium+shorter-stays', 'stay.short_days'),
    );
  });

  test('draws that one at the place in its new range that it had in the old', () => {
    const changed = moved('medium+./copy.yaml', 'stay.long_days', files);
    expect(changed).toMatchObject({ key: 'copied/stay.long_days', luck: 'shorter-stays/stay.long_days', low: 0.5 });
    const before = moved('medium+shorter-stays', 'stay.long_days');
    /** The part of a triangular distribution that lies below a value. */
    const below = (x: number, { low, value, high }: Quantity) =>
      x < value ? (x - low) ** 2 / (high - low) / (value - low) : 1 - (high - x) ** 2 / (high - low) / (high - value);
    for (let replication = 1; replication <= 20; replication++) {
      const draw = drawOf(1, replication);
      expect(below(draw(changed), changed)).toBeCloseTo(below(draw(before), before), 10);
    }
  });
});

describe('a copy of a copy', () => {
  const first = copied('early-notice', 'early-notice', (text) => text.replace('low: 7', 'low: 3'));
  const second = first
    .replace('policy: copied', 'policy: again')
    .replace('copy_of: early-notice', 'copy_of: first.yaml');
  const path = 'discharge.notice_days';

  test('has the luck of the first original and the numbers of the copy', () => {
    const files = { './folder/second.yaml': second, './folder/first.yaml': first };
    expect(moved('medium+./folder/second.yaml', path, files)).toMatchObject({
      key: `copied/${path}`,
      luck: `early-notice/${path}`,
      low: 3,
    });
    expect(validateFile('./folder/second.yaml', { readFile: reader(files) })).toEqual({
      kind: 'policy',
      name: 'again',
    });
  });

  test('that goes in a circle is refused', () => {
    const files = {
      './a.yaml': second.replace('first.yaml', './b.yaml'),
      './b.yaml': first.replace('copy_of: early-notice', 'copy_of: ./a.yaml'),
    };
    expect(refusal(() => resolve('medium+./a.yaml', files))).toBe(
      './b.yaml:2:1: copy_of: "copy_of" goes in a circle: ./a.yaml → ./b.yaml → ./a.yaml',
    );
    expect(refusal(() => resolve('medium+./a.yaml', files), 'nb')).toContain('«copy_of» går i ring: ');
  });
});

describe('what it is a copy of', () => {
  const of = (name: string) =>
    refusal(() => resolve('medium+./copy.yaml', { './copy.yaml': copied('early-notice', name) }));

  test('must be a policy that there is', () => {
    expect(of('early-notise')).toBe(
      './copy.yaml:2:1: copy_of: there is no policy called "early-notise". Did you mean "early-notice"?',
    );
    expect(of('./gone.yaml')).toBe('./copy.yaml:2:1: copy_of: there is no policy called "./gone.yaml"');
    expect(of('small')).toBe('./copy.yaml:2:1: copy_of: there is no policy called "small"');
  });
  test('must be one of its variants', () => {
    expect(of('framework:passed-no')).toBe(
      './copy.yaml:2:1: copy_of: framework has no variant "passed-no"; it has passed-on, held-back. Did you mean "passed-on"?',
    );
    expect(of('early-notice:late')).toBe('./copy.yaml:2:1: copy_of: early-notice has no variants');
  });
  test('is a policy alone, wherever it reaches', () => {
    const message = (name: string) =>
      `./copy.yaml:2:1: copy_of: found "${name}"; expected a policy, POLICY or POLICY:VARIANT`;
    for (const name of ['early-notice@all', 'early-notice#2', 'folder/early-notice'])
      expect(of(name)).toBe(message(name));
  });
  test('may be said by each variant', () => {
    const each = bundled.policies['purchaser-provider']
      .replace('policy: purchaser-provider', 'policy: copied')
      .replace(/^ {2}(plug|order):$/gm, '  $1:\n    copy_of: purchaser-provider:$1');
    for (const variant of ['plug', 'order']) {
      expect(planOf(`medium+./copy.yaml:${variant}`, { './copy.yaml': each })).toEqual(
        planOf(`medium+purchaser-provider:${variant}`),
      );
    }
    expect(
      refusal(() =>
        resolve('medium+./copy.yaml:order', { './copy.yaml': each.replace('provider:order', 'provider:odrer') }),
      ),
    ).toContain('variants.order.copy_of: purchaser-provider has no variant "odrer"');
  });
});
