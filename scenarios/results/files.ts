/** The files of a result directory: their columns, types and meaning. Names here are promises. */

type FieldType = 'string' | 'integer' | 'number' | 'date' | 'year';

export interface Field {
  name: string;
  type: FieldType;
  description: string;
}

export interface File {
  name: string;
  description: string;
  fields: Field[];
}

const field = (name: string, type: FieldType, description: string): Field => ({ name, type, description });

const scenario = field('scenario', 'string', 'Name of the scenario, as asked for.');
const base = field('base', 'string', 'The scenario that the differences are taken from.');
const replication = field('replication', 'integer', 'Number of the future, from 1; the same future in all scenarios.');
const date = field('date', 'date', 'ISO date; the value is at the beginning of that day.');
const day = field('day', 'integer', 'Days since the switch, negative before it.');
const municipality = field(
  'municipality',
  'string',
  'Number of a municipality; "all": all municipalities of the place; "provider": the provider and all it serves.',
);
const kind = field(
  'kind',
  'string',
  'position: one a person, they add up to the persons present; waiting, holding: claims on top.',
);
const queue = field('queue', 'string', 'Which position, waiting or holding.');
const period = field('period', 'string', '"all": after the switch; "before": the history; or a calendar year.');
const group = field('group', 'string', 'User group, or "all".');
const measure = field('measure', 'string', 'Name of a measure of the catalogue (forlop describe PLACE --measures).');
const unit = field('unit', 'string', 'Unit of the values of the row.');
const path = field('path', 'string', 'The parameter, as forlop describe lists it.');
const ci = (of: string) => [
  field('ci_low', 'number', `Lower end of the 95 % interval of ${of}; empty: undefined.`),
  field('ci_high', 'number', `Upper end of the 95 % interval of ${of}; empty: undefined.`),
];
const n = field('n', 'integer', 'Replications.');

const eventFields = [
  scenario,
  replication,
  field('person', 'integer', 'A person; the same in all scenarios of a replication. Empty: a post or a bed.'),
  municipality,
  field('group', 'string', 'User group; empty: a post or a bed.'),
  field('time', 'number', 'Days since the switch, with fraction.'),
  field('from', 'string', 'Position or claim that ends; empty: none.'),
  field('to', 'string', 'Position or claim that begins; empty: none.'),
  field('cause', 'string', 'Why.'),
];

export const files = {
  queues: {
    name: 'queues',
    description: 'How many are where, replication by replication, at the dates asked for.',
    fields: [scenario, replication, date, day, municipality, kind, queue, field('length', 'integer', 'Persons.')],
  },
  bands: {
    name: 'bands',
    description:
      'The same monthly over all replications. Base empty: the level; filled: the paired difference scenario minus base.',
    fields: [
      scenario,
      field('base', 'string', 'Empty: the row is a level. Else the row is the paired difference scenario minus base.'),
      date,
      day,
      municipality,
      kind,
      queue,
      field('mean', 'number', 'Mean over replications, persons.'),
      ...['05', '25', '50', '75', '95'].map((q) =>
        field(`p${q}`, 'number', `Quantile 0.${q} over replications (type 7), persons.`),
      ),
    ],
  },
  flows: {
    name: 'flows',
    description: 'Persons who moved from one position to another in a calendar year. Flows of 0 are left out.',
    fields: [
      scenario,
      replication,
      field('year', 'year', 'Calendar year.'),
      municipality,
      field('from', 'string', 'Position left; empty: the person was not in the model.'),
      field('to', 'string', 'Position taken.'),
      field('cause', 'string', 'Why.'),
      field('persons', 'integer', 'Moves.'),
    ],
  },
  capacity: {
    name: 'capacity',
    description: 'Posts and beds at the dates asked for. Rows in which all three are 0 are left out.',
    fields: [
      scenario,
      replication,
      date,
      day,
      municipality,
      field('resource', 'string', 'counsellor_posts, detox_beds or stay_beds.'),
      field('funding', 'string', 'The line that pays the post; empty for beds.'),
      field('funded', 'number', 'Posts or beds that are paid for.'),
      field('staffed', 'number', 'Of these, staffed posts or open beds.'),
      field('in_use', 'number', 'Of these, in use.'),
    ],
  },
  waits: {
    name: 'waits',
    description: 'Waits of all who joined a queue after the switch, over all replications, by how long they waited.',
    fields: [
      scenario,
      municipality,
      field('queue', 'string', 'The queue.'),
      field('days_from', 'integer', 'At least so many days.'),
      field('days_to', 'integer', 'Less than so many days; empty: no upper end.'),
      field('served', 'integer', 'Persons who were served after that wait.'),
      field('gave_up', 'integer', 'Persons who gave up or died after that wait.'),
      field('still_waiting', 'integer', 'Persons who had waited so long at the end and waited still.'),
    ],
  },
  summary: {
    name: 'summary',
    description: 'The measures of each replication.',
    fields: [
      scenario,
      replication,
      period,
      municipality,
      group,
      measure,
      field('value', 'number', 'Empty: undefined, nobody in the denominator.'),
      field('count', 'number', 'Persons behind the value; empty: the measure counts none.'),
      unit,
    ],
  },
  estimates: {
    name: 'estimates',
    description: 'The measures over all replications: ratios of totals with a jackknife over replications.',
    fields: [
      scenario,
      period,
      municipality,
      group,
      measure,
      field('mean', 'number', 'Empty: undefined, or fewer than 5 persons over all replications.'),
      field('sd', 'number', 'Standard error times the root of n.'),
      ...ci('the mean'),
      n,
      unit,
    ],
  },
  comparison: {
    name: 'comparison',
    description: 'Paired differences, scenario minus base, over all replications.',
    fields: [
      base,
      scenario,
      period,
      municipality,
      group,
      measure,
      field('mean_difference', 'number', 'Empty: undefined in one of the two, or fewer than 5 persons.'),
      field('sd', 'number', 'Standard error times the root of n.'),
      ...ci('the mean difference'),
      n,
      field(
        'share_better',
        'number',
        'Share of replications strictly better, plus half of the ties; empty: no direction is better.',
      ),
      field(
        'verdict',
        'string',
        'no difference that matters, clearly, probably, on average or cannot tell; it rests on the 99 % interval. Empty: the catalogue asks for none.',
      ),
      unit,
    ],
  },
  hinges: {
    name: 'hinges',
    description: 'The drawn parameters that a difference leans on.',
    fields: [
      base,
      scenario,
      period,
      municipality,
      measure,
      field(
        'path',
        'string',
        'The parameter; for a draw of a municipality with "@NUMBER", or "@others" for the mean of the others.',
      ),
      field('share', 'number', 'Part of the variance of the paired difference that it explains, 0 to 1.'),
      field('turns_at', 'number', 'The value at which the difference is 0; empty: does not turn between low and high.'),
      field('value', 'number', 'The value it has without draws.'),
      field('low', 'number', 'Lower end of its range.'),
      field('high', 'number', 'Upper end of its range.'),
    ],
  },
  breakeven: {
    name: 'breakeven',
    description: 'From which share kept by the council a framework grant serves as well as the base.',
    fields: [
      base,
      field('low', 'string', 'The scenario in which the council keeps less.'),
      field('high', 'string', 'The scenario in which the council keeps more.'),
      period,
      municipality,
      measure,
      field('low_value', 'number', 'The share kept in it.'),
      field('high_value', 'number', 'The share kept in it.'),
      field('breakeven', 'number', 'Share of the sum handed out; empty: see reason.'),
      ...ci('the break-even'),
      field('reason', 'string', 'Why there is none; empty: there is one.'),
    ],
  },
  draws: {
    name: 'draws',
    description: 'What each future drew.',
    fields: [
      replication,
      field('municipality', 'string', 'Whose draw; empty: one for all.'),
      path,
      field('value', 'number', 'The value in this future, in the unit of the parameter.'),
    ],
  },
  parameters: {
    name: 'parameters',
    description: 'Every parameter of every scenario.',
    fields: [
      scenario,
      field(
        'path',
        'string',
        'The parameter; "@" names the municipality or kind where values differ, or the date from which it holds.',
      ),
      field('value', 'number', 'Empty: drawn by each municipality.'),
      unit,
      field('low', 'number', 'Lower end of the plausible range.'),
      field('high', 'number', 'Upper end of the plausible range.'),
      field('source', 'string', 'Where the value comes from; "assumed" is said.'),
      field('confidence', 'string', 'high, medium or low.'),
    ],
  },
  events: {
    name: 'events',
    description: 'Everything that happened: changes of position, claims that begin or end, changes of capacity.',
    fields: eventFields,
  },
  middle: {
    name: 'middle',
    description:
      'As events, for the replication whose follow-up queue in the base is nearest the median over time; persons of the municipalities in focus.',
    fields: eventFields,
  },
} satisfies Record<string, File>;

/** Verdicts and reasons as the files have them. */
export const verdictWords = {
  none: 'no difference that matters',
  clearly: 'clearly',
  probably: 'probably',
  on_average: 'on average',
  cannot_tell: 'cannot tell',
} as const;

export const reasonWords = {
  no_difference: 'how much the council keeps makes no difference here',
  better_even_at_half: 'better even at half',
  worse_even_if_all: 'worse even if all is kept',
  too_few: 'too few replications or persons',
} as const;

export type FileName = keyof typeof files;

/** The descriptor of a result directory (Frictionless Data Package). No time of creation: the same run, the same bytes. */
export function datapackage(written: readonly FileName[], version: string, title: string): object {
  return {
    profile: 'tabular-data-package',
    name: 'forlop-result',
    title,
    version,
    resources: written.map((key) => ({
      profile: 'tabular-data-resource',
      name: files[key].name,
      path: `${key}.csv`,
      description: files[key].description,
      format: 'csv',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      dialect: {
        delimiter: ',',
        lineTerminator: '\n',
        quoteChar: '"',
        doubleQuote: true,
        header: true,
        skipInitialSpace: false,
      },
      schema: { fields: files[key].fields.map(schemaField), missingValues: [''] },
    })),
  };
}

function schemaField({ name, type, description }: Field): object {
  return { name, type, ...(type === 'date' ? { format: '%Y-%m-%d' } : {}), description };
}
