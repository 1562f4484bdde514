/** What place and policy files may hold. The same schemas give editors their completion (`scenarios/schema/`). */
import { z } from 'zod';
import type { Mechanism, Slot } from '../../model/arrangement.ts';
import { mechanisms } from '../../model/arrangement.ts';
import type { Declared } from '../../model/parameters.ts';
import { groupParameters } from '../../model/parameters.ts';
import { InputError } from './input-error.ts';
import { nearest } from './nearest.ts';
import type { PathInfo } from './paths.ts';
import { commonPaths, parameterPaths, pathInfo, townPaths } from './paths.ts';
import type { PathPart, Source } from './read-yaml.ts';

const text = z.string().min(1);
const name = z.string().regex(/^[^\s+:@#/\\]+$/);
export const label = z.strictObject({ en: text, nb: text });
export type Label = z.infer<typeof label>;
const date = z
  .union([z.number().int(), text])
  .meta({ description: 'a year (2029: its first day) or a date (2029-01-01)' });

/** How sure a value is; `known` is what a bare number means. */
export const confidences = ['high', 'medium', 'low', 'known'] as const;

const about = {
  unit: text.optional(),
  source: text.optional(),
  confidence: z.enum(confidences).optional(),
  held_by: text.optional(),
  note: text.optional(),
  label: label.optional(),
};

function limits({ unit, min, max }: Declared): string {
  return `${unit}, ${min} to ${max}`;
}

const declaredSchemas = new Map<Declared, ReturnType<typeof parameterOf>>();

/** A parameter: a number that is known, or a value with what is known about it. */
function parameter(declared: Declared): ReturnType<typeof parameterOf> {
  const made = declaredSchemas.get(declared) ?? parameterOf(declared);
  declaredSchemas.set(declared, made);
  return made;
}

function parameterOf(declared: Declared) {
  const number = z.number().meta({ minimum: declared.min, maximum: declared.max });
  const value = declared.drawn ? z.union([number, z.literal('drawn')]) : number;
  const dated = z.strictObject({ value: number, low: number.optional(), high: number.optional() });
  const full = z.strictObject({
    value: value.optional(),
    series: z.record(text, z.union([number, dated])).optional(),
    low: number.optional(),
    high: number.optional(),
    ...about,
  });
  return z.union([number, z.literal('drawn'), full]).meta({ description: limits(declared) });
}

/** What a change is made by; its limits are those of the result. */
const operand = z.union([
  z.number(),
  z.literal('drawn'),
  z.strictObject({
    value: z.number(),
    low: z.number().optional(),
    high: z.number().optional(),
    ...about,
  }),
]);

function parameters(paths: readonly PathInfo[]) {
  const shape: Record<string, z.ZodOptional<ReturnType<typeof parameter>>> = {};
  for (const { path, declared } of paths) shape[path] = parameter(declared).optional();
  return z.strictObject(shape);
}

const ofTown = parameters(townPaths);
const ofAll = parameters(parameterPaths());

const groupShape = Object.fromEntries(
  Object.entries(groupParameters).map(([key, declared]) => [key, parameter(declared).optional()]),
) as { [Key in keyof typeof groupParameters]: z.ZodOptional<ReturnType<typeof parameter>> };
const groups = z.record(name, z.strictObject({ label: label.optional(), ...groupShape }));

const slots = z.strictObject(
  Object.fromEntries(
    Object.entries(mechanisms).map(([slot, names]) => [slot, z.enum([...names]).optional()]),
  ) as unknown as {
    [S in Slot]: z.ZodOptional<z.ZodType<Mechanism<S>>>;
  },
);

const municipality = z.union([
  z.strictObject({
    number: z.union([z.number(), name]).meta({ description: "the municipality's number, unique within the place" }),
    kind: name,
    name: text.optional(),
    focus: z.boolean().optional(),
  }),
  z.strictObject({ kind: name, count: z.number().int().min(1).max(1_000) }),
]);

export const placeSchema = z.strictObject({
  place: name,
  label,
  extends: text
    .optional()
    .meta({ description: 'another place, by name or as a path beside this file; else the defaults' }),
  year: z.number().int().optional().meta({ description: 'the year whose prices are used' }),
  switch: z
    .number()
    .int()
    .min(1900)
    .max(2400)
    .optional()
    .meta({ description: 'the first year looked at; day 0 is its 1 January' }),
  stay_units: z
    .array(z.number().positive())
    .min(1)
    .optional()
    .meta({ description: 'beds, or shares of the stay beds, in each unit' }),
  kinds: z
    .record(
      name,
      z.strictObject({
        label: label.optional(),
        parameters: ofTown.optional(),
        in_focus_alone: ofTown
          .optional()
          .meta({ description: 'what differs when a municipality of this kind is the only one in focus' }),
      }),
    )
    .optional(),
  municipalities: z.array(municipality).min(1).optional(),
  focus: z
    .union([z.literal('all'), z.array(z.union([z.number(), name])).min(1)])
    .optional()
    .meta({ description: 'numbers of municipalities, or a kind: the first of that kind' }),
  parameters: ofAll.optional(),
  groups: groups.optional(),
  mechanisms: slots.optional(),
});
export type PlaceFile = z.infer<typeof placeSchema>;

/** `defaults.yaml`: every parameter, nested by section. */
export const defaultsSchema = z.strictObject({
  place: z.literal('defaults').optional(),
  label: label.optional(),
  parameters: z.strictObject(
    Object.fromEntries(
      [...new Set(parameterPaths().map(({ section }) => section))].map((section) => [
        section,
        z.strictObject(
          Object.fromEntries(
            parameterPaths()
              .filter((info) => info.section === section)
              .map(({ name: key, declared }) => [key, parameter(declared).optional()]),
          ),
        ),
      ]),
    ),
  ),
  groups,
  mechanisms: slots.optional(),
});

const allPaths = [...townPaths, ...commonPaths].map(({ path }) => path);

const change = z.strictObject({
  path: z.enum(allPaths),
  set: operand.optional(),
  scale: operand.optional(),
  add: operand.optional(),
  from: date.optional(),
  until: date.optional(),
  reach: z.enum(['focus', 'all']).optional(),
});
export type ChangeFile = z.infer<typeof change>;

const claim = z.strictObject({
  measure: text,
  direction: z.enum(['lower', 'higher', 'moves', 'same']),
  municipality: z.enum(['focus', 'provider', 'all']),
  source: text,
});
export type Claim = z.infer<typeof claim>;

const strengthZero = z.union([z.array(change).min(1), z.strictObject({ none: text })]);

const content = {
  asks: label.optional(),
  mechanisms: slots.optional(),
  changes: z.array(change).optional(),
  conditions: ofTown.optional(),
  claims: z.array(claim).optional(),
  strength_zero: strengthZero.optional(),
  sources: z.array(text).optional(),
  notes: label.optional().meta({ description: 'what the policy leaves out, for the reader of an answer' }),
  copy_of: text.optional().meta({
    description:
      'the policy that this is a changed copy of, as POLICY or POLICY:VARIANT, by name or as a path beside this file: each number is drawn with the luck it has there',
  }),
};

export const policySchema = z.strictObject({
  policy: name,
  label,
  level: z.enum(['state', 'local']),
  ...content,
  variants: z.record(name, z.strictObject({ label, ...content })).optional(),
  default_variant: name.optional(),
});
export type PolicyFile = z.infer<typeof policySchema>;

/** JSON Schema for editors. */
export function editorSchema(schema: z.ZodType, title: string): unknown {
  return JSON.parse(
    JSON.stringify({ title, ...(z.toJSONSchema(schema, { io: 'input', target: 'draft-7', reused: 'ref' }) as object) }),
  );
}

/** Bundled files are read once and checked once: every scenario rests on them. */
const checked = new WeakMap<Source, { schema: z.ZodType; data: unknown }>();

/**
 * Holds a file against a schema.
 * @throws InputError for the first thing in the file that does not fit
 */
export function check<Schema extends z.ZodType>(schema: Schema, source: Source): z.infer<Schema> {
  const before = checked.get(source);
  if (before?.schema === schema) return before.data as z.infer<Schema>;
  const result = schema.safeParse(source.data, { reportInput: true });
  if (result.success) {
    checked.set(source, { schema, data: result.data });
    return result.data;
  }
  const errors = result.error.issues.map((issue) => explain(issue, [], schema, source));
  errors.sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
  throw errors[0];
}

type Issue = z.core.$ZodIssue;

/** Turns what the schema found into a message. */
function explain(issue: Issue, around: readonly PathPart[], schema: z.ZodType, source: Source): InputError {
  const path = [...around, ...(issue.path as PathPart[])];
  const spot = source.spot(path);
  const found = issue.input;

  if (issue.code === 'invalid_union') return explainUnion(issue, path, schema, source);

  if (issue.code === 'unrecognized_keys') {
    const key = issue.keys[0];
    return unknownKey(key, namesAt(schema, path), source.spot([...path, key]));
  }
  if (issue.code === 'invalid_value') {
    const valid = (issue.values as unknown[]).map(String);
    if (found === undefined) return missing(path, valid.join(', '), source);
    if (typeof found === 'string' && valid.length > 40) {
      return new InputError('unknown_path', spot, { found }, nearest(found, valid));
    }
    return new InputError(
      'wrong_type',
      spot,
      { found: describe(found), expected: valid.join(', ') },
      typeof found === 'string' ? nearest(found, valid) : undefined,
    );
  }
  if (issue.code === 'invalid_type') {
    const expected = typeWords[issue.expected] ?? issue.expected;
    if (found === undefined) return missing(path, expected, source);
    if (typeof found === 'number' && expected === '@number') {
      return new InputError('not_finite', spot, { found: source.written(path) ?? String(found) });
    }
    const number = expected === '@number' && numberMeant(found);
    if (number) return new InputError('number_as_text', spot, { found: describe(found), expected: number });
    return new InputError('wrong_type', spot, { found: describe(found), expected });
  }
  if (issue.code === 'too_small' || issue.code === 'too_big') {
    const empty = issue.origin !== 'number';
    const limit = issue.code === 'too_small' ? `≥ ${issue.minimum}` : `≤ ${issue.maximum}`;
    return new InputError('wrong_type', spot, { found: describe(found), expected: empty ? '@not-empty' : limit });
  }
  if (issue.code === 'invalid_format' || issue.code === 'invalid_key') {
    return new InputError('wrong_type', spot, { found: describe(found ?? path[path.length - 1]), expected: '@name' });
  }
  return new InputError('wrong_type', spot, { found: describe(found), expected: '@something' });
}

/** Of the forms that a value may have, the one that was meant decides what is wrong with it. */
function explainUnion(
  issue: Extract<Issue, { code: 'invalid_union' }>,
  path: readonly PathPart[],
  schema: z.ZodType,
  source: Source,
): InputError {
  const found = issue.input;
  const options = issue.errors as Issue[][];
  // the form whose kind of value fits: its complaints are about something inside, or about which value it is
  const meant = options.find((errors) =>
    errors.every((error) => error.path.length > 0 || !['invalid_type', 'invalid_value'].includes(error.code)),
  );
  if (meant && (typeof found === 'object' || meant.length > 0)) return explain(meant[0], path, schema, source);
  const spot = source.spot(path);
  for (const errors of options) {
    const error = errors[0];
    if (error?.code !== 'invalid_type' || typeof found !== 'number') continue;
    if (!Number.isFinite(found))
      return new InputError('not_finite', spot, { found: source.written(path) ?? String(found) });
    if (error.expected === 'int')
      return new InputError('wrong_type', spot, { found: describe(found), expected: '@whole' });
  }
  const takesNumber = options.some((errors) =>
    errors.some((error) => error.code === 'invalid_type' && error.expected === 'number'),
  );
  const number = takesNumber && numberMeant(found);
  if (number) return new InputError('number_as_text', spot, { found: describe(found), expected: number });
  const isParameter = options.some((errors) =>
    errors.some((error) => error.code === 'invalid_value' && error.values.includes('drawn')),
  );
  if (isParameter) {
    return new InputError('wrong_type', spot, { found: describe(found), expected: '@parameter' }, meantDrawn(found));
  }
  const expected = options.map((errors) => {
    const error = errors[0];
    if (error.code === 'invalid_value') return error.values.join(', ');
    return error.code === 'invalid_type' ? (typeWords[error.expected] ?? error.expected) : '@something';
  });
  return new InputError('wrong_type', spot, { found: describe(found), expected: expected[expected.length - 1] });
}

const meantDrawn = (found: unknown) => (typeof found === 'string' ? nearest(found, ['drawn']) : undefined);

const typeWords: Record<string, string> = {
  number: '@number',
  int: '@whole',
  string: '@text',
  array: '@list',
  object: '@mapping',
  record: '@mapping',
  boolean: '@yes-no',
};

/** A value as a message shows it. */
function describe(value: unknown): string {
  if (value === null || value === undefined) return '@nothing';
  if (Array.isArray(value)) return '@list';
  if (typeof value === 'object') return '@mapping';
  const shown = JSON.stringify(value);
  return shown.length > 60 ? `${shown.slice(0, 57)}…"` : shown;
}

/** The number that a text was meant to be, such as 1_000, "1 000" or 0,5. */
function numberMeant(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const bare = value.replace(/[_'\s\u00a0\u202f]/g, '').replace(/^([+-]?\d+),(\d+)$/, '$1.$2');
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(bare) ? String(Number(bare)) : undefined;
}

function missing(path: readonly PathPart[], expected: string, source: Source): InputError {
  return new InputError('missing_key', source.spot(path.slice(0, -1)), {
    found: String(path[path.length - 1]),
    expected,
  });
}

function unknownKey(key: string, valid: string[], spot: ReturnType<Source['spot']>): InputError {
  if (valid.some((one) => one.includes('.'))) {
    if (pathInfo(key)) return new InputError('town_path_expected', spot, { found: key });
    return new InputError('unknown_path', spot, { found: key }, nearest(key, valid));
  }
  return new InputError('unknown_key', spot, { found: key, expected: valid.join(', ') }, nearest(key, valid));
}

/** The names that a schema allows at a path. */
function namesAt(schema: z.ZodType, path: readonly PathPart[]): string[] {
  let at: z.ZodType[] = [schema];
  const unwrap = (one: z.ZodType): z.ZodType[] => {
    if (one instanceof z.ZodOptional) return unwrap(one.unwrap() as z.ZodType);
    if (one instanceof z.ZodUnion) return (one.options as z.ZodType[]).flatMap(unwrap);
    return [one];
  };
  for (const part of path) {
    at = at.flatMap(unwrap).flatMap((one): z.ZodType[] => {
      if (one instanceof z.ZodObject) {
        const inner = (one.shape as Record<string, z.ZodType>)[String(part)];
        return inner ? [inner] : [];
      }
      if (one instanceof z.ZodRecord) return [one.valueType as z.ZodType];
      if (one instanceof z.ZodArray) return [one.element as z.ZodType];
      return [];
    });
  }
  return [...new Set(at.flatMap(unwrap).flatMap((one) => (one instanceof z.ZodObject ? Object.keys(one.shape) : [])))];
}
