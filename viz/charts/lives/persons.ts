/** Persons to look at: those whose lives differ most between two scenarios, with a sentence each. */
import { word } from '../../../scenarios/words/words.ts';
import type { Contrast, Life } from '../../result/life.ts';
import { contrasts } from '../../result/life.ts';
import type { Result } from '../../result/result.ts';
import { say } from '../../words/words.ts';
import type { ChartOptions } from '../chart.ts';
import { yearAt } from '../queues/time-frame.ts';
import type { Who } from '../scenarios.ts';
import { whoIsWho } from '../scenarios.ts';
import { days } from './sums.ts';

export interface InterestingPerson extends Contrast {
  /** Why this person is worth a look. */
  sentence: string;
}

/** At most this many are offered. */
const most = 20;

/** The base and the scenario in focus; if that is the base, the first other one; alone where there is no other. */
export function pairOf(result: Result, { lang, focus }: Pick<ChartOptions, 'lang' | 'focus'>): Who[] {
  const all = whoIsWho(result, lang);
  const first = all.find(({ isBase }) => isBase) ?? all[0];
  const others = all.filter(({ name }) => name !== first.name);
  const second = others.find(({ name }) => name === focus) ?? others[0];
  return second ? [first, second] : [first];
}

/** The most different first; empty where nobody's lives differ, or nobody is followed. */
export function interestingPersons(
  result: Result,
  options: Pick<ChartOptions, 'lang' | 'focus' | 'municipality'>,
): InterestingPerson[] {
  const { lang, municipality } = options;
  const [first, second] = pairOf(result, options);
  if (second === undefined) return [];
  const end = result.days[result.days.length - 1];
  return contrasts(result.middle, first.name, second.name, { municipality, end, most }).map((contrast) => {
    const { person, difference } = contrast;
    const holes = { person, days: days(lang, Math.abs(difference)), A: first.letter, B: second.letter };
    const sentence = say(lang, difference < 0 ? 'lives_fewer' : 'lives_more', holes);
    // fewer days may only mean that the person has died or is gone: it is said
    const ends = endsAlike(contrast) ? [] : [endOf(first, contrast.first), endOf(second, contrast.second)];
    return { ...contrast, sentence: [sentence, ...ends].join(' ') };

    function endOf({ letter }: Who, { exit }: Life): string {
      if (exit === null) return say(lang, 'lives_still_here', { letter, year: yearAt(result, end) + 1 });
      const what = word(lang, `position_${exit.position}`);
      return say(lang, 'lives_end', { letter, what, year: yearAt(result, exit.day) });
    }
  });
}

function endsAlike({ first, second }: Contrast): boolean {
  return first.exit?.day === second.exit?.day && first.exit?.position === second.exit?.position;
}
