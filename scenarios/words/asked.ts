/** What was asked, under which conditions, and whom each policy reaches. */
import { newYear } from '../../model/kernel/calendar.ts';
import type { Findings } from '../experiment/findings.ts';
import type { ScenarioFacts } from '../resolve/compose.ts';
import { date, number, percent } from './format.ts';
import { decimalsOf, quantity, uncapital } from './hinge.ts';
import { alternatives, inOrder, letters, scenarioLabel, townName } from './voice.ts';
import type { Language } from './words.ts';
import { word } from './words.ts';

/** Place, years, futures, seed, letters of the scenarios, conditions. */
export function askedSentences(findings: Findings, lang: Language): string[] {
  const { base, scenarios, years, history, seed, complete, replications, asked } = findings;
  const places = [...new Set(scenarios.map(({ place }) => place.label[lang]))].join(', ');
  const holes = {
    n: number(lang, complete ? replications : asked),
    place: places,
    years,
    history,
    seed: String(seed),
    switch: date(lang, newYear(findings.switchYear)),
  };
  return [
    word(lang, base === null ? 'asked_run' : 'asked_compare', holes),
    word(lang, findings.uncertainty === 'chance' ? 'asked_chance' : 'asked_uncertain'),
    ...(complete ? [] : [word(lang, 'asked_incomplete', { done: number(lang, replications), n: number(lang, asked) })]),
    ...precisionSentences(findings, lang),
    ...scenarioLines(findings, lang),
    ...conditions(findings, lang),
  ];
}

/** Whether the precision that was asked for was reached. */
function precisionSentences({ precision, base, catalogue, replications }: Findings, lang: Language): string[] {
  if (precision === null) return [];
  const { measure, share, reached, lookAhead, held, deviation } = precision;
  const holes = {
    measure: uncapital(catalogue.byName.get(measure)?.label[lang] ?? measure),
    of: word(lang, base === null ? 'precision_of_mean' : 'precision_of_base'),
    share: percent(lang, share, decimalsOf(Number((share * 100).toPrecision(6)))),
    n: number(lang, replications),
  };
  if (deviation === null) return [word(lang, 'precision_undefined', holes)];
  if (reached === null) {
    return [word(lang, 'precision_missed', { ...holes, d: percent(lang, deviation, deviation < 0.1 ? 1 : 0) })];
  }
  const after = { ...holes, reached: number(lang, reached), k: lookAhead };
  return [word(lang, held ? 'precision_reached' : 'precision_not_held', after)];
}

function scenarioLines(findings: Findings, lang: Language): string[] {
  const names = letters(findings);
  return inOrder(findings).map((scenario) => {
    const holes = {
      letter: names.get(scenario.name) ?? '',
      label: scenarioLabel(scenario, lang),
      name: scenario.name,
    };
    return word(lang, scenario.name === findings.base?.name ? 'base_letter' : 'scenario_letter', holes);
  });
}

/** Conditions that hold in all scenarios once, the others with their scenario's letter. */
function conditions(findings: Findings, lang: Language): string[] {
  const names = letters(findings);
  const scenarios = inOrder(findings);
  const said = scenarios.map((scenario) => conditionsOf(scenario, lang));
  const shared = said[0].filter((what) => said.every((list) => list.includes(what)));
  return [
    ...shared.map((what) => word(lang, 'asked_condition_all', { what })),
    ...scenarios.flatMap((scenario, at) =>
      said[at]
        .filter((what) => !shared.includes(what))
        .map((what) => word(lang, 'asked_condition', { scenario: names.get(scenario.name) ?? scenario.name, what })),
    ),
  ];
}

function conditionsOf(scenario: ScenarioFacts, lang: Language): string[] {
  const focus = scenario.place.towns.filter((town) => town.focus);
  const nameOf = (municipality: string) =>
    focus.length === 1 ? (focus[0].name ?? word(lang, 'town_in_focus')) : townName(scenario, municipality);
  return scenario.conditions.map(({ path, value, municipality }) => {
    const town = nameOf(municipality);
    if (path === 'grant.held_at_census' && (value === 0 || value === 1)) {
      return word(lang, value === 1 ? 'condition_holds_grant' : 'condition_without_grant', { town });
    }
    const row = scenario.parameters.find((parameter) => parameter.path === path || parameter.path.endsWith(`/${path}`));
    const setting = uncapital(row?.label?.[lang] ?? path);
    return word(lang, 'condition_other', { setting, value: quantity(lang, value, row?.unit ?? ''), town });
  });
}

/** Whom each policy of each scenario reaches, and what part of the demand on the shared TSB that is. */
export function reachSentences(findings: Findings, lang: Language): string[] {
  const names = letters(findings);
  const scenarios = findings.base === null ? findings.scenarios : alternatives(findings);
  const sentences: string[] = [];
  let isAlone = false;
  for (const scenario of scenarios) {
    const all = scenario.place.towns;
    for (const policy of scenario.policies) {
      const share = policy.needShare;
      // a result of another version, whose policy is not known
      if (!Number.isFinite(share)) continue;
      const single = policy.towns.length === 1 ? policy.towns[0] : null;
      isAlone ||= single !== null && all.length > 1;
      const towns =
        policy.towns.length === all.length
          ? word(lang, 'reach_all_towns', { n: all.length })
          : single !== null
            ? word(lang, 'reach_town', { n: all.length, town: townName(scenario, single) })
            : word(lang, 'reach_some', { k: policy.towns.length, n: all.length });
      sentences.push(
        word(lang, 'reach', {
          letter: names.get(scenario.name) ?? '',
          policy: policy.label[lang],
          towns,
          share: percent(lang, share, share < 0.1 && share > 0 ? 1 : 0),
        }),
      );
    }
  }
  if (isAlone) sentences.push(word(lang, 'reach_local'));
  return sentences;
}
