/** What the page about verification says of the twin; the rows themselves are cases like the others. */
import { rungs } from './places.ts';

/** The section in lines of markdown, without its table. */
export function twinSection(): string[] {
  return [
    '## The twin',
    '',
    'The same arrangement as fluid equations: expected numbers of persons, by where they are and since when, moved day by',
    'day with plain arithmetic. Nothing is drawn, and nothing of `model/` is used but the arrangement, the calendar and the',
    'normal distribution. It was written from the definitions and from what each step of the pathway says it does, and is',
    'never tuned to the simulation: where the two part, one of them is wrong.',
    '',
    '**Where.** The bundled large municipality as a catchment of its own, 5 to 100 times as large (0.4 to 8 million adults),',
    'with one pooled team, hundreds of posts, no grant, and half as much capacity again as the bundled loads need, so that no',
    'list forms behind beds, slots or caseworkers: there only the number of persons counts, not how many share a replication. Both begin on day 0 with the stocks of the census whose spells have no',
    'memory (courses, LAR, out of contact, municipal support); what ages (at risk, in a bed, on a list, in a decision) begins',
    'empty. So not only a balance is compared but how it comes about, within the first years, when everything still moves.',
    '',
    '**Rungs.** Each switches on what the one before it left out:',
    '',
    ...rungs.map(({ name, what }, index) => `${index + 1}. *${name}*: ${what}.`),
    '',
    'Another twin holds a waiting list: the municipality alone with too few posts (load about 2), by the day of joining.',
    'Arrival order, caseload that stretches, giving up by the clock of contact, rationing of low need, intensity set once a',
    'month, vacancies, recruitment, new workers, cases lost when a caseworker leaves. Two levers are pulled in both: a fifth',
    'fewer posts there, and stays a quarter shorter in the whole pathway; what they change is compared, with the same luck.',
    '',
    '**How near.** Flows are summed over the run; stocks are means over 24 dates of its last year. The mean over replications',
    'must lie within 1 % of the twin (5 % for waiting lists and for what a lever changes), but for what chance makes: the',
    'standard error is that between replications, with Student’s t.',
    '',
    '**Not exact in the twin.** Moves that lead back to an earlier step take a day. After a service has ended, the clock of',
    'contact rises in two stages of the right mean length instead of on fixed days. Who asks for a bed in a course is no longer',
    'counted at risk while it waits for the day. The more dangerous weeks after leaving a stay early are counted on the day of',
    'leaving. A year after its beginning a spell at risk is followed in weeks. Together this moves no row by as much as 0.5 %.',
    '',
    '**Not covered.** Lists behind beds and slots when they are short (order by deadline, overtime, urgent patients,',
    'handovers lost while waiting); a follow-up list inside the whole pathway; a load at which the first in line waits about',
    'as long as rationing takes to begin, where the list swings; the grant and its years; the purchasing office; several',
    'municipalities and teams; the census of spells that age; changes at the switch; groups whose hazards differ. Persons',
    'ready for discharge are too few to be compared (about 9 in 8 million adults).',
  ];
}
