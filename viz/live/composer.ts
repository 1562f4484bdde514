/** Questions made into scenarios that can be run; what was composed before is not composed again. */
import type { ExperimentRequest } from '../../scenarios/experiment/findings.ts';
import { pastIn } from '../../scenarios/experiment/job.ts';
import type { Layout } from '../../scenarios/experiment/layout.ts';
import { layoutOf } from '../../scenarios/experiment/layout.ts';
import type { ComposedScenario } from '../question/compose.ts';
import { compose, composeAll } from '../question/compose.ts';
import type { Question } from '../question/question.ts';
import { lettersOf } from '../question/question.ts';
import type { Course } from './messages.ts';

/** Scenarios that are remembered. */
const most = 40;
/** Contents whose keys are remembered, of 0.13 MB each; one that comes back later counts as new. */
const mostContents = 200;

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

/** What is changed to have the code at hand that a first change needs. */
const rehearsed = ['follow_up.caseload', 'beds.stay', 'posts.recruitment_days'];

export class Composer {
  private readonly known = new Map<string, Known>();
  private readonly keys = new Map<string, string>();
  private nextKey = 0;

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
        plan: this.keyOf(plan),
        past: this.keyOf(pastIn(plan)),
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

  /** The same for the same content. All is made by the same code, so names stand in the same order and need no sorting. */
  private keyOf(content: object): string {
    const text = JSON.stringify(content);
    const key = this.keys.get(text) ?? String(this.nextKey++);
    this.keys.delete(text);
    this.keys.set(text, key);
    for (const oldest of this.keys.keys()) {
      if (this.keys.size <= mostContents) break;
      this.keys.delete(oldest);
    }
    return key;
  }

  /**
   * Composes a question as if numbers of its second scenario had been changed, one after another: what is composed for the
   * first time takes several times as long.
   */
  *rehearse(question: Question): Generator<void, void> {
    const { courses, request } = this.compose(question);
    const at = Math.min(1, courses.length - 1);
    for (const path of rehearsed) {
      yield;
      const value = request.scenarios[at].parameters.find((row) => row.path === path)?.high;
      const scenarios = question.scenarios.map((scenario, index) =>
        index === at && value !== undefined ? { ...scenario, changes: [{ path, value }] } : scenario,
      );
      try {
        this.compose({ ...question, scenarios });
      } catch {
        // nobody has asked for this
      }
    }
  }
}
