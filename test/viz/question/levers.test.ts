import { describe, expect, test } from 'vitest';
import { parameterPaths } from '../../../scenarios/resolve/paths.ts';
import { compose, QuestionError } from '../../../viz/question/compose.ts';
import { levers, searchSettings, settingOf } from '../../../viz/question/levers.ts';
import { usualQuestion } from '../../../viz/question/link.ts';
import type { Change } from '../../../viz/question/question.ts';

const resolved = (policies: string[], changes: Change[] = []) =>
  compose({ ...usualQuestion, scenarios: [{ policies, changes }] }, 0).resolved;
const today = resolved([]);

describe('the six levers', () => {
  test('have a label, a unit, a range and a source, and the values in A and in the scenario', () => {
    const scenario = resolved(['framework:held-back'], [{ path: 'follow_up.caseload', value: 15 }]);
    const six = levers(today, scenario);
    expect(six).toHaveLength(6);
    for (const { label, unit, source } of six) expect([label.en, label.nb, unit, source]).not.toContain('');
    const caseload = six.find(({ path }) => path === 'follow_up.caseload');
    expect(caseload).toMatchObject({
      valueInBase: 13.5,
      value: 15,
      low: 11,
      high: 22,
      confidence: 'medium',
      hindrance: null,
    });
    const retention = six.find(({ path }) => path === 'council.retention');
    expect(retention).toMatchObject({ valueInBase: null, value: 0.5, hindrance: null });
    // of the municipality in focus, not of its neighbours
    expect(six.find(({ path }) => path === 'posts.own')?.valueInBase).toBe(3.23);
  });

  test('know the place’s own value whatever A says, and who says something of a number', () => {
    const changed = { path: 'beds.stay', value: 40 };
    const at = (base: typeof today, scenario: typeof today) => settingOf('beds.stay', base, scenario);
    expect(at(resolved([], [changed]), resolved(['more-beds']))).toMatchObject({
      valueInBase: 40,
      valueByDefault: 37.5,
      saidBy: ['more-beds'],
    });
    expect(at(today, resolved(['more-beds'], [changed]))?.saidBy).toEqual(['more-beds-changed-A']);
    expect(at(today, resolved([], [changed]))?.saidBy).toEqual(['changes-A']);
    expect(at(today, today)).toMatchObject({ valueByDefault: 37.5, saidBy: [] });
  });

  test('say where they do nothing', () => {
    const at = (policies: string[], path: string) => settingOf(path, today, resolved(policies))?.hindrance?.en ?? '';
    expect(at([], 'council.retention')).toMatch(/framework/);
    expect(at(['framework'], 'council.retention')).toBe('');
    expect(at(['purchaser-provider'], 'gate.decision_days')).toMatch(/team/);
    expect(at([], 'office.share')).toMatch(/office/);
    expect(at(['purchaser-provider'], 'office.share')).toBe('');
  });

  test('say where they do nothing in a place of one’s own, which may be arranged in other ways', () => {
    const files = {
      'ours.yaml':
        'place: ours\nlabel: { en: Ours, nb: Vår }\nextends: medium\nmechanisms: { gate: purchaser_office, funding: by_criteria }\n',
    };
    const at = (policies: string[], path: string) => {
      const scenario = compose(
        { ...usualQuestion, place: 'ours.yaml', files, scenarios: [{ policies, changes: [] }] },
        0,
      );
      return settingOf(path, today, scenario.resolved)?.hindrance?.en ?? '';
    };
    expect(at([], 'office.share')).toBe('');
    expect(at([], 'gate.decision_days')).toMatch(/team/);
    expect(at([], 'criteria.reporting_factor')).toBe('');
    expect(at([], 'application.answer_day')).toMatch(/applied for/);
    expect(at(['framework'], 'council.retention')).toBe('');
    expect(at(['framework'], 'criteria.reporting_factor')).toMatch(/criteria/);
  });

  test('are not said to do nothing where nobody knows what is in force', () => {
    const unknown = { ...today, mechanisms: null };
    expect(settingOf('office.share', today, unknown)?.hindrance).toBeNull();
  });

  test('reckon with factors of policies', () => {
    expect(settingOf('beds.stay', today, resolved(['more-beds']))?.value).toBeCloseTo(37.5 * 1.1, 10);
  });
});

describe('all other numbers', () => {
  test('are found by words of their label, in both languages, and by their path', () => {
    const paths = (text: string, lang: 'en' | 'nb') => searchSettings(today, today, text, lang).map(({ path }) => path);
    expect(paths('giving up queue', 'en')).toContain('follow_up.give_up');
    expect(paths('vedtak', 'nb')).toContain('office.decisions');
    expect(paths('FOLLOW_UP.loss', 'en')).toEqual(['follow_up.loss']);
    expect(paths('no such thing', 'en')).toEqual([]);
  });

  test('with the levers they are all there are, each once', () => {
    const all = [...levers(today, today), ...searchSettings(today, today, '', 'en')].map(({ path }) => path);
    const groups = today.parameters.filter(({ scope }) => scope === 'group').map(({ path }) => path);
    expect(all.sort()).toEqual([...parameterPaths().map(({ path }) => path), ...groups].sort());
  });

  test('those that cannot be changed from the switch are said to be so, and all others can', () => {
    for (const setting of [...levers(today, today), ...searchSettings(today, today, '', 'en')]) {
      const { path, min, max, low, high, valueInBase } = setting;
      const values = [high, low, (valueInBase ?? 0) * 0.95, 0, 1, 0.5].filter(
        (value) => value !== null && value !== valueInBase && value >= min && value <= max,
      ) as number[];
      const can = values.some((value) => {
        try {
          return resolved([], [{ path, value }]).policies.length === 1;
        } catch (error) {
          expect(error).toBeInstanceOf(QuestionError);
          return false;
        }
      });
      const hindrance = setting.hindrance?.en ?? '';
      if (/cannot change from the switch/.test(hindrance) && setting.path.startsWith('grant.')) continue;
      expect([path, can]).toEqual([path, !/cannot/.test(hindrance)]);
    }
  });
});
