import { featuresOf } from './model/features.ts';
import { faultsIn, likelier, mayHold } from './model/holding.ts';
import { type Likelihood, likelihoodOf } from './model/risk.ts';
import { type Fault, logitOf, scoreOf } from './model/score.ts';
import type { Voice } from './own/voice.ts';
import type { Reading } from './reading.ts';
import { riskOfText } from './risk.ts';
import type { Thresholds } from './rule.ts';

/** What was learned says of a text. */
export interface Opinion {
  /** By the models that were shipped. */
  shipped: Likelihood;
  /** By what the site's moderators did, 0..1; null where the site's own model does not speak. */
  own: number | null;
  /** By which it is held, if it is, and for what; none where it is not. */
  by: 'shipped' | 'own';
  faults: readonly Fault[];
}

/** `evidence` is what the rules found in the text. */
export function opinionOn(
  body: Reading,
  evidence: number,
  { own, holdAt }: { own: Voice | null; holdAt: Thresholds },
): Opinion {
  const features = featuresOf(body.canonical);
  const shipped = likelihoodOf(scoreOf(features));
  if (!own)
    return { shipped, own: null, by: 'shipped', faults: faultsIn(shipped, body.marking === 'none', holdAt) };
  const known = { learned: shipped.bad, evidence, own: logitOf(own.model, features) };
  const risk = riskOfText(known, own.joint);
  if (own.holdAbove === null)
    return { shipped, own: risk, by: 'shipped', faults: faultsIn(shipped, body.marking === 'none', holdAt) };
  const holds = risk > own.holdAbove && mayHold(shipped, holdAt);
  return { shipped, own: risk, by: 'own', faults: holds ? [likelier(shipped)] : [] };
}
