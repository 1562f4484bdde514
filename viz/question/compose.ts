/** From a question to scenarios that can be run: names and files as the command line takes them, then their arrangements. */
import { commandLine } from '../../scenarios/command/command-line.ts';
import type { ExperimentRequest } from '../../scenarios/experiment/findings.ts';
import { bundled } from '../../scenarios/resolve/bundled.ts';
import type { Resolved } from '../../scenarios/resolve/compose.ts';
import { resolveScenario } from '../../scenarios/resolve/compose.ts';
import { InputError } from '../../scenarios/resolve/input-error.ts';
import { pathInfo } from '../../scenarios/resolve/paths.ts';
import type { Policy } from '../../scenarios/resolve/policy.ts';
import { readPolicy } from '../../scenarios/resolve/policy.ts';
import type { PolicyName } from '../../scenarios/resolve/scenario-name.ts';
import { isPath, parsePolicyName, uniqueNames } from '../../scenarios/resolve/scenario-name.ts';
import type { Edit } from './own-changes.ts';
import { editedName, editedPolicy, ownChanges, ownPolicy } from './own-changes.ts';
import type { Change, Question } from './question.ts';
import { lettersOf } from './question.ts';

/** A scenario as the command line takes it. */
export interface NamedScenario {
  /** `medium+framework:passed-on+./changes-B.yaml` */
  name: string;
  /** The files that it rests on, those that the page made and those that were dropped on it: path → text. */
  files: Record<string, string>;
}

export interface ComposedScenario extends NamedScenario {
  resolved: Resolved;
}

/** What is wrong with one scenario of a question. */
export class QuestionError extends Error {
  /** Index of the scenario. */
  readonly scenario: number;
  /** The changed number that it is about; null: another part of the scenario. */
  readonly path: string | null;
  readonly error: InputError;

  constructor(scenario: number, path: string | null, error: InputError) {
    super(error.message, { cause: error });
    this.name = 'QuestionError';
    this.scenario = scenario;
    this.path = path;
    this.error = error;
  }
}

/**
 * One scenario of a question. A change that leaves everything as it is is left out, and so is a policy that the changes make
 * idle.
 * @throws QuestionError
 */
export function compose(question: Question, scenario: number): ComposedScenario {
  const { policies, changes } = question.scenarios[scenario];
  const fail = (error: unknown, path: string | null = null) =>
    error instanceof InputError ? new QuestionError(scenario, path ?? pathOf(error, changes), error) : error;
  let left = policies;
  let own = changes;
  for (;;) {
    try {
      const parts = partsOf(
        { ...question, scenarios: [{ policies: left, changes: own }] },
        lettersOf(question)[scenario],
      );
      const name = [filePath(question.place, question), ...parts.map((part) => part.text)].join('+');
      const made = Object.fromEntries(parts.flatMap(({ file }) => (file ? [[file.path, file.text]] : [])));
      const { readFile, ...horizon } = optionsOf(question, made);
      const files: Record<string, string> = {};
      const keepingReader = (path: string): string => {
        files[path] = readFile(path);
        return files[path];
      };
      try {
        return { name, files, resolved: resolveScenario(name, { ...horizon, readFile: keepingReader }) };
      } catch (error) {
        const idle = error instanceof InputError && error.key === 'changes_nothing' ? error.holes.policy : null;
        const part = parts.find(({ fullName, isOurs }) => isOurs && fullName === idle);
        if (!part) throw error;
        // what an idle policy was changed in may still matter beside others
        if (part.policy !== null) left = left.filter((_, at) => at !== part.policy);
        else own = own.filter(({ path }) => !part.paths.includes(path));
      }
    } catch (error) {
      throw fail(error);
    }
  }
}

/** A piece of a scenario's name. */
interface Part {
  text: string;
  fullName: string;
  /** Whether the page made the file. */
  isOurs: boolean;
  /** Index of the policy; null: the scenario's own changes. */
  policy: number | null;
  /** What is changed in it. */
  paths: string[];
  file: { path: string; text: string } | null;
}

function partsOf(question: Question, letter: string): Part[] {
  const [{ policies, changes }] = question.scenarios;
  for (const { path, value } of changes) refuseImpossible(path, value, letter);
  const named = policies.map(policyNamed);
  const files = optionsOf(question, {});
  let focus: number | undefined;
  // conditions hold where they are asked for by name, or where one municipality is in focus
  const hold = ({ conditions, variantNamed }: Policy): boolean => {
    if (conditions.length === 0 || variantNamed) return true;
    focus ??= focusCount(question);
    return focus === 1;
  };
  const read = named.map((name, index) => {
    const policy = readPolicy({ ...name, policy: filePath(name.policy, question) }, files, name.text, 100 + index);
    return { name, policy, edits: [] as Edit[] };
  });
  const own: Change[] = [];
  const taken = new Set(Object.keys(question.files));
  for (const { path, value } of changes) {
    const touching = read.filter(({ policy }) => touches(policy, path, hold(policy)));
    touching.forEach(({ edits }, index) => {
      edits.push({ path, value: index === 0 ? value : null });
    });
    if (touching.length === 0) own.push({ path, value });
  }
  const parts = read.map(({ name, policy, edits }, index): Part => {
    if (edits.length === 0) {
      const text = policyText(name, question);
      return { text, fullName: policy.fullName, isOurs: false, policy: index, paths: [], file: null };
    }
    const path = freeName(policy.name, `-${letter}`, taken);
    const text = editedPolicy(textOf(name, question), filePath(name.policy, question), policy, letter, edits);
    const copy = readPolicy(
      { ...name, policy: path, variant: undefined },
      optionsOf(question, { [path]: text }),
      path,
      0,
    );
    return {
      text: editedName(path, policy, letter, hold(policy)),
      fullName: copy.fullName,
      isOurs: true,
      policy: index,
      paths: edits.map((edit) => edit.path),
      file: { path, text },
    };
  });
  if (own.length === 0) return parts;
  const ownName = ownPolicy(
    letter,
    read.map(({ policy }) => policy.name),
  );
  const path = freeName(ownName, '', taken);
  const made = { path, text: ownChanges(ownName, letter, own) };
  const paths = own.map((change) => change.path);
  return [...parts, { text: path, fullName: ownName, isOurs: true, policy: null, paths, file: made }];
}

/** Whether a policy says something about a number of the municipalities in focus. */
function touches({ changes, conditions }: Policy, path: string, conditionsHold: boolean): boolean {
  return (
    changes.some((change) => change.path === path) || (conditionsHold && conditions.some((one) => one.path === path))
  );
}

function refuseImpossible(path: string, value: number, letter: string): void {
  const spot = { file: letter, line: null, column: null, path };
  if (!Number.isFinite(value)) throw new InputError('not_finite', spot, { found: String(value) });
  if (pathInfo(path)?.scope === 'group') throw new InputError('set_group_dated', spot, { path });
}

/** How many municipalities of the place are in focus. */
function focusCount(question: Question): number {
  const { place } = resolveScenario(filePath(question.place, question), optionsOf(question, {}));
  return place.towns.filter(({ focus }) => focus).length;
}

/** The changed number that a message is about. */
function pathOf(error: InputError, changes: readonly Change[]): string | null {
  const said = [error.path, ...Object.values(error.holes).map(String)];
  const exact = changes.find(({ path }) => said.some((text) => text === path || text.startsWith(`${path} `)));
  if (exact) return exact.path;
  const index = /^changes\[(\d+)\]/.exec(error.path)?.[1];
  return index !== undefined && error.file.includes(ownPolicy('')) ? (changes[Number(index)]?.path ?? null) : null;
}

/** What the page has for names that mean a file. */
function optionsOf({ files, years, history }: Question, made: Record<string, string>) {
  const readFile = (path: string): string => {
    const bare = path.replace(/^(\.\/)+/, '');
    for (const [known, text] of Object.entries({ ...files, ...made })) {
      if (known.replace(/^(\.\/)+/, '') === bare) return text;
    }
    throw Object.assign(new Error(path), { code: 'ENOENT' });
  };
  return { years, history, readFile };
}

/** A file of the question as a path that a shell understands; a bundled name as it is. */
function filePath(name: string, { files }: Question): string {
  return Object.hasOwn(files, name) && !/^[./]/.test(name) ? `./${name}` : name;
}

function policyText({ policy, text }: PolicyName, question: Question): string {
  return filePath(policy, question) + text.slice(policy.length);
}

function textOf({ policy }: PolicyName, question: Question): string {
  return isPath(policy) ? optionsOf(question, {}).readFile(policy) : bundled.policies[policy];
}

/** A policy as the question has it: a bundled name, or a file's, in which a "+" is part of the name. */
function policyNamed(text: string): PolicyName {
  const named = parsePolicyName(text.trim());
  if (named) return named;
  const spot = { file: text, line: null, column: null, path: '' };
  throw new InputError('malformed_name', spot, { found: text, expected: '@policy' });
}

/** Characters of a policy's name in the name of a file: every system takes as many. */
const longestName = 60;

/** A path for a file of the page's own, beside those that were dropped on it; what some system does not take in it is left out. */
function freeName(policy: string, end: string, taken: Set<string>): string {
  const name = `${policy.replace(/[^\p{L}\p{N}._-]+/gu, '-').slice(0, longestName)}${end}`;
  let free = `${name}.yaml`;
  for (let count = 2; taken.has(free); count++) free = `${name}-${count}.yaml`;
  taken.add(free);
  return `./${free}`;
}

/** The whole question as the command line has it. */
export interface Composed {
  scenarios: ComposedScenario[];
  request: Omit<ExperimentRequest, 'workers'>;
}

/** @throws QuestionError for the first scenario that cannot be */
export function composeAll(question: Question, composeOne = compose): Composed {
  const scenarios = question.scenarios.map((_, index) => composeOne(question, index));
  const unique = uniqueNames(scenarios.map(({ resolved }) => resolved.name));
  const resolved = scenarios.map((one, at) => ({ ...one.resolved, name: unique[at] }));
  const { replications, seed, uncertainty } = question;
  const request = {
    scenarios: resolved,
    base: resolved.length > 1 ? resolved[0] : null,
    replications,
    seed,
    uncertainty,
    every: 'month' as const,
    municipalities: 'focus' as const,
    events: false,
    command: commandOf(question, scenarios),
    inputs: {
      scenarios: scenarios.map(({ name }) => name),
      sets: [],
      files: Object.assign({}, ...scenarios.map(({ files }) => files)),
    },
  };
  return { scenarios, request };
}

/** The command that gives the same numbers. */
function commandOf(question: Question, scenarios: readonly NamedScenario[]): string {
  const { replications, seed, years, history, uncertainty } = question;
  const options = [
    ['--replications', replications, 100],
    ['--seed', seed, 1],
    ['--years', years, 10],
    ['--history', history, 5],
    ['--uncertainty', uncertainty, 'all'],
  ] as const;
  const names = scenarios.map(({ name }) => name);
  return commandLine([
    names.length > 1 ? 'compare' : 'run',
    ...names,
    ...options.flatMap(([name, value, usual]) => (value === usual ? [] : [name, String(value)])),
  ]);
}

/**
 * What a person needs to get the same answer from the command line: files to put into one folder, and the command.
 * @throws QuestionError
 */
export function yamlOf(question: Question): { files: Record<string, string>; command: string } {
  const { request } = composeAll(question);
  return { files: request.inputs?.files ?? {}, command: request.command };
}
