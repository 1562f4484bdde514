/** Questions made into scenarios that can be run; what was composed before is not composed again. */
import type { ExperimentRequest } from '../../scenarios/experiment/findings.ts';
import { pastIn } from '../../scenarios/experiment/job.ts';
import type { Layout } from '../../scenarios/experiment/layout.ts';
import { layoutOf } from '../../scenarios/experiment/layout.ts';
import { digest } from '../../scenarios/experiment/statistics/digest.ts';
import type { ComposedScenario } from '../question/compose.ts';
import { compose, composeAll } from '../question/compose.ts';
import type { Question } from '../question/question.ts';
import { lettersOf } from '../question/question.ts';
import type { Course } from './messages.ts';

/** Scenarios that are remembered. */
const most = 40;

export interface LiveCourse extends Course {
  layout: Layout;
}

export interface LiveQuestion {
  question: Question;
  request: Omit<ExperimentRequest, 'workers'>;
  /** In the order of the scenarios. */
  courses: LiveCourse[];
}

type Known = ComposedScenario & { ofPlan: { plan: string; past: string; layout: Layout } };

/** The same for the same content. All is made by the same code, so keys stand in the same order and need no sorting. */
const contentKey = (content: object): string => digest([JSON.stringify(content)]);

export class Composer {
  private readonly known = new Map<string, Known>();

  /** @throws QuestionError */
  compose(question: Question): LiveQuestion {
    const { seed, uncertainty } = question;
    const found: Known[] = [];
    const { request } = composeAll(question, (_, index) => {
      found[index] = this.one(question, index);
      return found[index];
    });
    const courses = found.map(({ resolved, ofPlan: { plan, past, layout } }) => {
      const of = `${seed} ${uncertainty}`;
      const { dates } = layout;
      return { key: `${plan} ${of}`, past: `${past} ${of}`, plan: resolved.plan, dates, seed, uncertainty, layout };
    });
    return { question, request, courses };
  }

  private one(question: Question, index: number): Known {
    const { place, years, history, files, scenarios } = question;
    const key = JSON.stringify([place, lettersOf(question)[index], scenarios[index], years, history, files]);
    let known = this.known.get(key);
    if (!known) {
      const composed = compose(question, index);
      const { plan, arrangement } = composed.resolved;
      const ofPlan = {
        plan: contentKey(plan),
        past: contentKey(pastIn(plan)),
        layout: layoutOf(arrangement, 'month'),
      };
      known = { ...composed, ofPlan };
    }
    this.known.delete(key);
    this.known.set(key, known);
    for (const [oldest] of this.known) {
      if (this.known.size <= most) break;
      this.known.delete(oldest);
    }
    return known;
  }
}
