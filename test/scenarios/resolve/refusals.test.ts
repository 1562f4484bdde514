import { describe, expect, test } from 'vitest';
import { validateFile } from '../../../scenarios/resolve/describe.ts';
import { InputError } from '../../../scenarios/resolve/input-error.ts';
import { messages } from '../../../scenarios/resolve/messages.ts';
import type { Written } from './files.ts';
import { reader, refusal, resolve } from './files.ts';

const place = (lines: string) => `place: ours\nlabel: { en: Ours, nb: Vår }\nextends: medium\n${lines}\n`;
const policy = (lines: string) => `policy: mine\nlabel: { en: Mine, nb: Mitt }\nlevel: state\n${lines}\n`;
const ofPlace = (lines: string) => refusal(() => resolve('./our.yaml', { './our.yaml': place(lines) }));
const ofPolicy = (lines: string, scenario = 'medium+./my.yaml') =>
  refusal(() => resolve(scenario, { './my.yaml': policy(lines) }));
const ofFile = (content: string | Uint8Array, name = './our.yaml') => refusal(() => resolve(name, { [name]: content }));

describe('names of scenarios', () => {
  const of = (text: string, files: Written = {}) => refusal(() => resolve(text, files));

  test('an unknown place is answered with the nearest one', () => {
    expect(of('mediun')).toBe('mediun: there is no place called "mediun". Did you mean "medium"?');
    expect(of('atlantis')).toBe('atlantis: there is no place called "atlantis"');
  });
  test('an unknown policy is answered with the nearest one', () => {
    expect(of('medium+frame-work')).toBe(
      'medium+frame-work: there is no policy called "frame-work". Did you mean "framework"?',
    );
  });
  test('a policy first and a place later are told apart from unknown names', () => {
    expect(of('framework')).toBe(
      'framework: "framework" is a policy; a scenario begins with a place, as in medium+framework',
    );
    expect(of('medium+small')).toBe('medium+small: "small" is a place; only policies follow the "+"');
  });
  test('an unknown variant is answered with those that exist', () => {
    expect(of('medium+framework:held-bak')).toBe(
      'medium+framework:held-bak: framework has no variant "held-bak"; it has passed-on, held-back. Did you mean "held-back"?',
    );
    expect(of('medium+more-beds:big')).toBe('medium+more-beds:big: more-beds has no variants');
  });
  test('two variants without a default must be chosen between', () => {
    const variants = 'variants:\n  a: { label: { en: A, nb: A } }\n  b: { label: { en: B, nb: B } }';
    expect(ofPolicy(variants)).toBe('medium+./my.yaml: mine needs a variant: mine:a, mine:b');
  });
  test('what is no name is refused with the form that is one', () => {
    for (const text of ['', '+framework', 'medium+', 'medium+framework@here', 'medium:x', 'medium#2']) {
      expect(of(text)).toContain(`"${text}" is no scenario name; expected PLACE, PLACE+POLICY or PLACE+POLICY:VARIANT`);
    }
  });
  test('another year of a place is not known', () => {
    expect(of('medium@2012')).toBe(
      'medium@2012: "medium@2012" asks for another year of the place, and no year but its own is known',
    );
  });
  test('a place without a municipality in focus cannot be run', () => {
    expect(of('standard-catchment')).toBe(
      'places/standard-catchment.yaml:4:1: standard-catchment has no municipality in focus; expected a list under "focus"',
    );
  });
});

describe('files', () => {
  test('a missing file, a folder and a file of another type are told apart', () => {
    expect(refusal(() => resolve('./none.yaml'))).toBe('./none.yaml: there is no such file');
    const folder = () => {
      throw Object.assign(new Error(), { code: 'EISDIR' });
    };
    expect(refusal(() => resolve('./a.yaml', {}, { readFile: folder }))).toBe(
      './a.yaml: this is a folder; expected a YAML or JSON file',
    );
    const locked = () => {
      throw Object.assign(new Error(), { code: 'EACCES' });
    };
    expect(refusal(() => resolve('./a.yaml', {}, { readFile: locked }))).toBe(
      './a.yaml: the file cannot be read (EACCES)',
    );
    expect(refusal(() => validateFile('notes.txt', {}))).toBe(
      'notes.txt: expected a file ending in .yaml, .yml or .json',
    );
  });
  test('an empty file is refused, and one with comments only', () => {
    expect(ofFile('')).toBe('./our.yaml: the file is empty');
    expect(ofFile('# nothing\n')).toBe('./our.yaml: the file is empty');
  });
  test('a binary file is refused', () => {
    expect(ofFile(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x00, 0xff]))).toBe(
      './our.yaml: this is no text file in UTF-8; expected YAML or JSON',
    );
    expect(ofFile(new Uint8Array([0x70, 0x00, 0x6c]))).toContain('this is no text file in UTF-8');
  });
  test('a file of more than 5 MB is refused unread', () => {
    expect(ofFile('#'.repeat(5_500_000))).toBe('./our.yaml: the file has 6 MB; expected at most 5');
  });
  test('a key given twice is named with its second line', () => {
    expect(ofFile(place('year: 2021\nyear: 2022'))).toBe('./our.yaml:5:1: "year" is given twice');
  });
  test('a tab that indents is named', () => {
    expect(ofFile(place('parameters:\n\tposts.own: 3'))).toBe(
      './our.yaml:5:1: a tab is used to indent; expected spaces',
    );
  });
  test('aliases that unfold to very much are refused', () => {
    const bomb = ['a: &a [1,1,1,1,1,1,1,1,1,1]'];
    for (const [name, before] of ['ba', 'cb', 'dc', 'ed', 'fe', 'gf'].map((pair) => [...pair])) {
      bomb.push(`${name}: &${name} [${Array(10).fill(`*${before}`).join(',')}]`);
    }
    expect(ofFile(bomb.join('\n'))).toBe(
      './our.yaml: the aliases of the file unfold to too much; expected at most 100',
    );
  });
  test('very deep nesting is refused without a stack trace', () => {
    expect(ofFile('['.repeat(100_000))).toBe('./our.yaml: the file is nested too deeply');
  });
  test('tags and broken YAML are refused with their line', () => {
    expect(ofFile(place('year: !!js/regexp /a/'))).toContain('./our.yaml:4:7: a YAML tag is used');
    expect(ofFile('place: [a')).toContain('./our.yaml:1:10: this is no valid YAML: ');
    expect(ofFile('just a text')).toBe('./our.yaml:1:1: found "just a text"; expected names with values');
    expect(ofFile('- a\n- b')).toBe('./our.yaml:1:1: found a list; expected names with values');
  });
  test('JSON is read as well, with tabs, and its mistakes have lines', () => {
    const json = '{\n\t"place": "ours",\n\t"label": { "en": "Ours", "nb": "Vår" },\n\t"extends": "medium"\n}';
    expect(resolve('./our.json', { './our.json': json }).name).toBe('ours');
    const wrong = json.replace('"extends"', '"extend"');
    expect(ofFile(wrong, './our.json')).toBe(
      './our.json:4:2: extend: unknown name "extend"; expected place, label, extends, year, switch, stay_units, kinds, municipalities, focus, parameters, groups, mechanisms. Did you mean "extends"?',
    );
  });
  test('a file that is neither place nor policy says so', () => {
    expect(refusal(() => validateFile('a.yaml', { readFile: reader({ 'a.yaml': 'polici: x' }) }))).toBe(
      'a.yaml:1:1: expected "place:" or "policy:" at the top. Did you mean "policy"?',
    );
  });
});

describe('places', () => {
  test('a misspelt parameter is answered with the nearest one', () => {
    expect(ofPlace('parameters:\n  follow_up.casload: 14')).toBe(
      './our.yaml:5:3: parameters.follow_up.casload: unknown parameter "follow_up.casload"; "forlop describe PLACE" lists them. Did you mean "follow_up.caseload"?',
    );
    expect(ofPlace('parameters:\n  caseload: 14')).toContain('Did you mean "follow_up.caseload"?');
  });
  test('a misspelt key of a parameter is answered with the nearest one', () => {
    expect(ofPlace('parameters:\n  posts.own: { value: 3, hgh: 4, low: 2 }')).toBe(
      './our.yaml:5:26: parameters.posts.own.hgh: unknown name "hgh"; expected value, series, low, high, unit, source, confidence, held_by, note, label. Did you mean "high"?',
    );
  });
  test('text for a number is refused, and a number with separators is read back', () => {
    expect(ofPlace('parameters:\n  posts.own: many')).toBe(
      './our.yaml:5:3: parameters.posts.own: found "many"; expected a number, "drawn", or a parameter with value, unit, low, high, source and confidence',
    );
    expect(ofPlace('parameters:\n  town.adults: 16_000')).toBe(
      './our.yaml:5:3: parameters.town.adults: "16_000" is read as text; write the number as 16000',
    );
    expect(ofPlace('parameters:\n  posts.own: 3,5')).toBe(
      './our.yaml:5:3: parameters.posts.own: "3,5" is read as text; write the number as 3.5',
    );
  });
  test('what is not finite is refused', () => {
    expect(ofPlace('parameters:\n  posts.own: .nan')).toBe(
      './our.yaml:5:3: parameters.posts.own: found .nan; expected a finite number',
    );
    expect(ofPlace('parameters:\n  posts.own: { value: .inf }')).toBe(
      './our.yaml:5:16: parameters.posts.own.value: found .inf; expected a finite number',
    );
  });
  test("a unit that is not the parameter's is refused", () => {
    expect(ofPlace('parameters:\n  posts.recruitment_days: { value: 3, unit: months }')).toBe(
      './our.yaml:5:39: parameters.posts.recruitment_days.unit: the unit is "months"; expected "days"',
    );
  });
  test('values outside the limits of the model are refused, ranges included', () => {
    expect(ofPlace('parameters:\n  detox.continue_share: 62')).toBe(
      './our.yaml:5:3: parameters.detox.continue_share: detox.continue_share is 62; expected 0–1 (share)',
    );
    expect(ofPlace('parameters:\n  detox.continue_share: { value: 0.6, low: -0.1, high: 0.7 }')).toBe(
      './our.yaml:5:39: parameters.detox.continue_share.low: detox.continue_share (low) is -0.1; expected 0–1 (share)',
    );
  });
  test('low, value and high stand in order, and low and high together', () => {
    expect(ofPlace('parameters:\n  posts.own: { value: 3, low: 4, high: 5 }')).toBe(
      './our.yaml:5:3: parameters.posts.own: low 4, value 3, high 5; expected low ≤ value ≤ high',
    );
    expect(ofPlace('parameters:\n  posts.own: { value: 3, low: 2 }')).toBe(
      './our.yaml:5:26: parameters.posts.own.low: "low" is given without "high"; give both or neither',
    );
  });
  test('only what priority decides can be left to it', () => {
    expect(ofPlace('parameters:\n  posts.own: drawn')).toBe(
      './our.yaml:5:3: parameters.posts.own: "posts.own" cannot be left to the municipality\'s priority ("drawn"); expected a number',
    );
    const left = resolve('./our.yaml', { './our.yaml': place('parameters:\n  grant.held_at_census: drawn') });
    expect(left.arrangement.towns.find((town) => town.focus)?.numbers[0].values.grant.held_at_census).toBeNaN();
  });
  test('counted numbers are whole', () => {
    expect(ofPlace('parameters:\n  posts.teams: 1.5')).toBe(
      './our.yaml:5:3: parameters.posts.teams: posts.teams is 1.5; expected a whole number',
    );
    expect(ofPlace('parameters:\n  council.trusts_renewal: 0.5')).toBe(
      './our.yaml:5:3: parameters.council.trusts_renewal: council.trusts_renewal is 0.5; expected 0 or 1',
    );
  });
  test("a provider's number does not belong to a kind", () => {
    expect(ofPlace('kinds:\n  medium:\n    parameters:\n      beds.stay: 40')).toBe(
      './our.yaml:7:7: kinds.medium.parameters.beds.stay: "beds.stay" belongs to the provider or to everybody, not to a municipality of one kind; put it under "parameters"',
    );
  });
  test('kinds and municipalities in focus must exist, and numbers be unique', () => {
    expect(ofPlace('municipalities:\n  - { kind: medum, count: 2 }')).toBe(
      './our.yaml:5:7: municipalities[0].kind: there is no kind "medum". Did you mean "medium"?',
    );
    expect(ofPlace('focus: [larg]')).toBe(
      './our.yaml:4:9: focus[0]: no municipality has the number or kind "larg". Did you mean "large"?',
    );
    const twice = 'municipalities:\n  - { number: 301, kind: large }\n  - { number: 301, kind: small }\nfocus: [301]';
    expect(ofPlace(twice)).toBe('./our.yaml:6:5: municipalities[1]: two municipalities have the number "301"');
  });
  test('places that extend one another in a circle are refused', () => {
    const files = {
      './a.yaml': 'place: a\nlabel: { en: A, nb: A }\nextends: ./b.yaml',
      './b.yaml': 'place: b\nlabel: { en: B, nb: B }\nextends: ./a.yaml',
    };
    expect(refusal(() => resolve('./a.yaml', files))).toBe(
      './b.yaml:3:1: extends: "extends" goes in a circle: ./a.yaml → ./b.yaml → ./a.yaml',
    );
  });
  test('an unknown place to extend is named where it stands', () => {
    expect(ofFile('place: a\nlabel: { en: A, nb: A }\nextends: mediun')).toBe(
      './our.yaml:3:1: extends: there is no place called "mediun". Did you mean "medium"?',
    );
  });
  test('what is missing is named', () => {
    expect(ofFile('place: a\nlabel: { en: A }')).toBe('./our.yaml:2:1: label: "nb" is missing; expected text');
    expect(ofFile('place: a\nlabel: { en: A, nb: A }')).toBe('./our.yaml:1:1: the place has no municipalities');
  });
  test('shares of one whole are refused when they are more, by their values or by a draw', () => {
    expect(ofPlace('parameters:\n  relapse.to_referral: 0.9')).toBe(
      './our.yaml:5:3: parameters.relapse.to_referral: relapse.to_referral + relapse.to_return + relapse.to_emergency + relapse.to_municipality add up to 1.29; expected ≤ 1',
    );
    expect(ofPlace('parameters:\n  relapse.to_referral: { value: 0.42, low: 0.3, high: 0.8 }')).toContain(
      'can be drawn so that they add up to ',
    );
    expect(ofPlace('parameters:\n  relapse.base_early: 0.2')).toMatch(/add up to 1\.\d+; expected 1$/);
  });
  test("the groups' shares make up everybody", () => {
    expect(ofPlace('groups:\n  rop_severe: { share: 0.5 }')).toContain(
      './our.yaml:5:17: groups.rop_severe.share: groups.',
    );
    expect(ofPlace('groups:\n  rop_severe: { share: 0.5 }')).toContain('; expected 1');
  });
  test('what must stand in order is refused when it does not', () => {
    expect(ofPlace('parameters:\n  first_contact.deadline_low: 60')).toBe(
      './our.yaml:5:3: parameters.first_contact.deadline_low: first_contact.deadline_low is 60, first_contact.deadline_mode is 40; expected first_contact.deadline_low ≤ first_contact.deadline_mode',
    );
    expect(ofPlace('parameters:\n  detox.median_days: { value: 6, low: 5, high: 30 }')).toContain(
      'detox.median_days can be drawn up to 30, detox.mean_days down to ',
    );
  });
  test('a grant that so many hold must be won again with a probability', () => {
    expect(ofPlace('parameters:\n  grant.held_share: 0.98')).toContain(
      'grant.held_share is 0.98; with grant.renewed_share 0.96, expected ≤ 0.961538',
    );
  });
  test('dates in a series are years or dates', () => {
    expect(ofPlace('parameters:\n  posts.own: { series: { 2024: 3, soon: 4 } }')).toBe(
      './our.yaml:5:35: parameters.posts.own.series.soon: "soon" is no date; expected a year (2029) or a date (2029-01-01)',
    );
    expect(ofPlace('parameters:\n  posts.own: { series: { 2023-02-29: 3 } }')).toContain('"2023-02-29" is no date');
  });
});

describe('policies', () => {
  test('a change of an unknown path is answered with the nearest one', () => {
    expect(ofPolicy('changes:\n  - { path: beds.stays, scale: 1.1 }')).toBe(
      './my.yaml:5:7: changes[0].path: unknown parameter "beds.stays"; "forlop describe PLACE" lists them. Did you mean "beds.stay"?',
    );
  });
  test('an unknown mechanism is answered with those of its slot', () => {
    expect(ofPolicy('mechanisms: { funding: frame_work }')).toBe(
      './my.yaml:4:15: mechanisms.funding: found "frame_work"; expected by_application, by_criteria, framework. Did you mean "framework"?',
    );
  });
  test('a change is made by exactly one of set, scale and add', () => {
    expect(ofPolicy('changes:\n  - { path: beds.stay, scale: 1.1, add: 2 }')).toBe(
      './my.yaml:5:5: changes[0]: a change needs exactly one of set, scale and add; found scale, add',
    );
    expect(ofPolicy('changes:\n  - { path: beds.stay }')).toContain('found nothing');
    expect(ofPolicy('changes:\n  - { path: beds.stay, scale: -1 }')).toBe(
      './my.yaml:5:24: changes[0].scale: a factor is -1; expected 0 or more',
    );
  });
  test('a change before the switch is refused', () => {
    expect(ofPolicy('changes:\n  - { path: beds.stay, scale: 1.1, from: 2026 }')).toBe(
      './my.yaml:5:5: changes[0].from: 2026-01-01 is before the switch; expected 2027-01-01 or later, since every past is the same',
    );
    expect(ofPolicy('changes:\n  - { path: beds.stay, scale: 1.1, from: 2029, until: 2028-06-01 }')).toBe(
      './my.yaml:5:48: changes[0].until: "until" 2028-06-01 is not after "from" 2029',
    );
    expect(ofPolicy('changes:\n  - { path: beds.stay, scale: 1.1, until: 2026 }')).toContain(
      'is not after "from" 2027-01-01',
    );
  });
  test('a change beyond the horizon changes nothing, and is refused', () => {
    expect(ofPolicy('changes:\n  - { path: beds.stay, scale: 1.1, from: 2050 }')).toBe(
      'medium+./my.yaml: mine changes nothing in medium between 2027-01-01 and 2037-01-01',
    );
    expect(ofPolicy('changes:\n  - { path: beds.stay, scale: 1 }')).toContain('mine changes nothing in medium');
  });
  test('a result outside the limits is refused', () => {
    expect(ofPolicy('changes:\n  - { path: discharge.no_plan_share, scale: 5 }')).toBe(
      './my.yaml:5:38: changes[0].scale: discharge.no_plan_share is 1.75; expected 0–1 (share)',
    );
  });
  test('what is left to priority can only be set', () => {
    expect(ofPolicy('changes:\n  - { path: council.retention, scale: 0.5 }')).toBe(
      './my.yaml:5:5: changes[0]: council.retention is left to each municipality\'s priority ("drawn"); only "set" can change it',
    );
  });
  test('a policy that is already in force is refused', () => {
    expect(refusal(() => resolve('medium+earmarked-application'))).toBe(
      'medium+earmarked-application: earmarked-application is already in force: medium is already funded so (by_application)',
    );
    expect(ofPolicy('mechanisms: { gate: team }')).toBe(
      'medium+./my.yaml: mine is already in force: medium already has gate: team',
    );
  });
  test('two policies in one slot are refused with both names', () => {
    expect(refusal(() => resolve('medium+framework+earmarked-criteria'))).toBe(
      'medium+framework+earmarked-criteria: framework:passed-on and earmarked-criteria both decide "funding"; expected at most one',
    );
    expect(refusal(() => resolve('medium+purchaser-provider:plug+purchaser-provider:order'))).toContain(
      'purchaser-provider:plug and purchaser-provider:order both decide "gate"',
    );
  });
  test('a policy named twice is refused', () => {
    expect(refusal(() => resolve('medium+more-beds+more-beds'))).toBe(
      'medium+more-beds+more-beds: more-beds is named twice',
    );
  });
  test('two that set one path are refused with both names', () => {
    const files = {
      './a.yaml': policy('changes:\n  - { path: beds.stay, set: 40 }').replace('mine', 'first'),
      './b.yaml': policy('changes:\n  - { path: beds.stay, set: 41 }').replace('mine', 'second'),
    };
    expect(refusal(() => resolve('medium+./a.yaml+./b.yaml', files))).toBe(
      './b.yaml:5:5: changes[0]: beds.stay is set twice: by first and by second',
    );
    const later = { ...files, './b.yaml': files['./b.yaml'].replace('set: 41', 'set: 41, from: 2030') };
    later['./a.yaml'] = files['./a.yaml'].replace('set: 40', 'set: 40, until: 2030');
    expect(resolve('medium+./a.yaml+./b.yaml', later).arrangement.common.map(({ values }) => values.beds.stay)).toEqual(
      [37.5, 40, 41],
    );
  });
  test("a provider's number cannot change for the municipality in focus only", () => {
    expect(refusal(() => resolve('medium+more-beds@focus'))).toBe(
      'medium+more-beds@focus: beds.stay belongs to the provider or to everybody, so more-beds cannot change it for the municipalities in focus only',
    );
  });
});

describe('--set', () => {
  const of = (...sets: string[]) => refusal(() => resolve('medium', {}, { sets }));

  test('is a path and a number', () => {
    expect(of('posts.own')).toBe(
      '--set posts.own: "posts.own" is not understood; expected PATH=VALUE or PATH@DATE=VALUE',
    );
    expect(of('post.own=3')).toBe(
      '--set post.own=3: unknown parameter "post.own"; "forlop describe PLACE" lists them. Did you mean "posts.own"?',
    );
    expect(of('posts.own=many')).toBe('--set posts.own=many: found "many"; expected a number');
    expect(of('town.adults=16_000')).toBe(
      '--set town.adults=16_000: "16_000" is read as text; write the number as 16000',
    );
    expect(of('posts.own=1e999')).toBe('--set posts.own=1e999: found 1e999; expected a finite number');
    expect(of('detox.continue_share=2')).toBe(
      '--set detox.continue_share=2: detox.continue_share is 2; expected 0–1 (share)',
    );
  });
  test('is refused twice on one path from one date', () => {
    expect(of('beds.stay=40', 'beds.stay=41')).toBe(
      '--set beds.stay=41: beds.stay is set twice: by --set beds.stay=40 and by --set beds.stay=41',
    );
  });
  test('lies inside the run', () => {
    expect(of('beds.stay@2021=40')).toBe(
      '--set beds.stay@2021=40: 2021 is outside the run; expected a date from 2022-01-01 to 2036-12-31',
    );
    expect(of('beds.stay@2037-01-01=40')).toContain('is outside the run');
    expect(of('groups.rop_severe.share@2028=0.2')).toBe(
      '--set groups.rop_severe.share@2028=0.2: groups.rop_severe.share holds for the whole run; leave out the date',
    );
  });
  test('is refused where a policy would hide it', () => {
    expect(refusal(() => resolve('medium+early-notice', {}, { sets: ['discharge.notice_days=5'] }))).toBe(
      '--set discharge.notice_days=5: --set discharge.notice_days would be lost: early-notice sets it from 2027-01-01; write a policy with your value instead',
    );
    expect(refusal(() => resolve('medium+framework', {}, { sets: ['council.retention=0.7'] }))).toContain(
      'framework:passed-on sets it from 2027-01-01',
    );
  });
});

test('a history that begins before the clock does is refused', () => {
  expect(refusal(() => resolve('medium', {}, { history: 57 }))).toBe(
    'medium: the history would begin in 1970; expected 1971 or later: at most 56 years of it',
  );
  expect(resolve('medium', {}, { history: 56 }).plan.history).toBe(56);
});

describe('messages', () => {
  test('have the same holes in both languages', () => {
    const holes = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((hole) => hole[1]).sort();
    for (const [key, { en, nb }] of Object.entries(messages)) expect(holes(nb), key).toEqual(holes(en));
  });
  test('are given in Norwegian as well', () => {
    expect(refusal(() => resolve('medium+framwork'), 'nb')).toBe(
      'medium+framwork: det finnes ikke noe tiltak som heter «framwork». Mente du «framework»?',
    );
    expect(refusal(() => resolve('medium', {}, { sets: ['council.trusts_renewal=2'] }), 'nb')).toContain(
      'council.trusts_renewal er 2; ventet 0–1 (1 er ja)',
    );
    const caseload = { './our.yaml': place('parameters:\n  follow_up.caseload: 9999') };
    expect(refusal(() => resolve('./our.yaml', caseload))).toMatch(/expected \S+ \(persons per post\)$/);
    expect(refusal(() => resolve('./our.yaml', caseload), 'nb')).toMatch(/ventet \S+ \(personer per årsverk\)$/);
  });
  test('about broken YAML are in Norwegian too, whatever is broken', () => {
    const broken = [
      'place: [a',
      'place: "a',
      'place: a\n b: c',
      'a: {b: c, d',
      '"\\y": 1',
      'a: @b',
      'a: b: c',
      '%X\n---\na: 1',
    ];
    for (const text of [...broken, '---\na: 1\n---\nb: 1', 'a: &x &y 1', '? [a]\n: b\nc', 'a: >x\n b', '- a\nb: c']) {
      const message = refusal(() => resolve('./our.yaml', { './our.yaml': text }), 'nb');
      expect(message, text).toMatch(/^\.\/our\.yaml:\d+:\d+: /);
      expect(message, text).not.toMatch(/undefined|\b(is|must|missing|expected|not|a|at|be|in)\b/i);
    }
  });
  test('of the YAML parser are in Norwegian by their codes', () => {
    expect(refusal(() => resolve('./our.yaml', { './our.yaml': 'place: "a' }), 'nb')).toContain(
      './our.yaml:1:10: dette er ikke gyldig YAML: et tegn mangler: anførselstegn, ',
    );
  });
  test('carry their parts for other readers', () => {
    try {
      resolve('./our.yaml', { './our.yaml': place('parameters:\n  follow_up.casload: 14') });
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(InputError);
      const { file, line, column, path, found, nearest } = error as InputError;
      expect({ file, line, column, path, found, nearest }).toEqual({
        file: './our.yaml',
        line: 5,
        column: 3,
        path: 'parameters.follow_up.casload',
        found: 'follow_up.casload',
        nearest: 'follow_up.caseload',
      });
    }
  });
});
