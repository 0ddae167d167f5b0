import { type PackedModel, pack } from '../model/packed.ts';
import { type Joint, riskOfText } from '../risk.ts';
import { fitJoint, type Outcome } from './joint.ts';
import { Learner } from './learner.ts';
import type { Counts, Label, Seen } from './seen.ts';

/** A decided comment, with what is said of it by what was not learned from it. */
export interface Before extends Pick<Seen, 'held' | 'unmarked'> {
  /** By the shipped models. */
  abuse: number;
  spam: number;
  /** The risk of its text as shipped, and by the site's own model. */
  shipped: number;
  own: number;
  bad: boolean;
}

/** What a site's decisions have made. */
export interface Made {
  words: PackedModel;
  joint: Joint;
  taught: Counts;
  /** Of the latest decisions, oldest first. */
  latest: readonly Before[];
}

interface Lesson extends Outcome {
  seen: Pick<Seen, 'shipped' | 'held' | 'unmarked'>;
}

const mostLatest = 1000;

/**
 * Makes a site's own model of its decisions, oldest first. What its words say of a comment is noted before that is
 * learned, and how that is weighed is fitted on the other half of such notes: so what was good, will be.
 */
export class Course {
  readonly #learner = new Learner();
  readonly #taught: Counts = { publish: 0, reject: 0, spam: 0 };
  #latest: Lesson[] = [];

  take({ features, shipped, evidence, held, unmarked }: Seen, label: Label): void {
    const bad = label !== 'publish';
    const own = this.#learner.say(features);
    this.#latest.push({ learned: shipped.bad, evidence, own, bad, seen: { shipped, held, unmarked } });
    if (this.#latest.length === 2 * mostLatest) this.#latest = this.#latest.slice(-mostLatest);
    this.#learner.learn(features, bad);
    this.#taught[label] += 1;
  }

  /** Each step takes some milliseconds. */
  *making(): Generator<void, Made> {
    const lessons = this.#latest.slice(-mostLatest);
    const halves: Joint[] = [];
    for (const half of [0, 1]) {
      halves.push(fitJoint(lessons.filter((_, at) => at % 2 !== half)));
      yield;
    }
    const joint = fitJoint(lessons);
    yield;
    const words = pack(this.#learner);
    yield;
    const latest = lessons.map((lesson, at) => before(lesson, halves[at % 2]));
    return { words, joint, taught: { ...this.#taught }, latest };
  }

  made(): Made {
    const steps = this.making();
    for (;;) {
      const { done, value } = steps.next();
      if (done) return value;
    }
  }
}

function before({ seen, bad, ...known }: Lesson, joint: Joint | undefined): Before {
  const { shipped, held, unmarked } = seen;
  const risks = { shipped: riskOfText(known), own: riskOfText(known, joint) };
  return { held, unmarked, abuse: shipped.abuse, spam: shipped.spam, ...risks, bad };
}
