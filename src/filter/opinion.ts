import { type Local, learned, scoreLocal } from './model/local.ts';
import { type Likelihood, likelihoodOf } from './model/risk.ts';
import { score } from './model/score.ts';
import type { Reading } from './reading.ts';

/** What was learned says of a text. */
export interface Opinion {
  /** By the models that were shipped. */
  shipped: Likelihood;
  /** By what the site's moderators did; null before they have decided enough. */
  own: Likelihood | null;
}

export function opinionOn(body: Reading, history: Local): Opinion {
  const shipped = score(body.canonical);
  const own = isEnough(history) ? likelihoodOf(scoreLocal(history, body.canonical, shipped)) : null;
  return { shipped: likelihoodOf(shipped), own };
}

const fewest = { decisions: 200, bad: 20 };

/** A site's own history speaks once it has so many decisions, of which so many found a comment unfit. */
function isEnough(history: Local): boolean {
  const { publish, reject, spam } = learned(history);
  return publish + reject + spam >= fewest.decisions && reject + spam >= fewest.bad;
}
