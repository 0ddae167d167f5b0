import type { Voice } from '../own/voice.ts';
import { gramsOf } from './features.ts';
import { slopeOf } from './risk.ts';
import { type Fault, modelOf } from './score.ts';

/** A piece of a canonical text, and what it adds to the logit. */
export interface Piece {
  start: number;
  end: number;
  weight: number;
}

/**
 * The words of a canonical text that most made it look like this fault, weightiest first; neighbours are joined. Where the
 * site's own model speaks, those that weigh most in what it says.
 */
export function explain(text: string, fault: Fault, limit: number, own: Voice | null = null): Piece[] {
  const weights = weightsOf(text, weighing(fault, own));
  const words = wordsOf(text, weights).filter((word) => word.weight > 0);
  const weightiest = words.sort((a, b) => b.weight - a.weight).slice(0, limit);
  return joined(text, weightiest).sort((a, b) => b.weight - a.weight);
}

/** What a feature adds to the logit, but for the length of the text. */
type Weighing = (feature: number) => number;

function weighing(fault: Fault, own: Voice | null): Weighing {
  const shipped = modelOf(fault);
  const said: Weighing = (feature) => (shipped.weights[feature] ?? 0) * shipped.step;
  if (!own) return said;
  const { model, joint } = own;
  const learned = joint.learned * slopeOf(fault);
  return (feature) => learned * said(feature) + joint.own * (model.weights[feature] ?? 0) * model.step;
}

/** What each unit of the text adds: every n-gram's weight is shared among the units that it covers. */
function weightsOf(text: string, weigh: Weighing): Float64Array {
  const { feature, start, end, length } = gramsOf(text);
  const sums = new Float64Array(text.length);
  const scale = 1 / Math.sqrt(Math.max(1, length));
  for (let at = 0; at < length; at++) {
    const [from, until] = [start[at] ?? 0, end[at] ?? 0];
    const share = (weigh(feature[at] ?? 0) * scale) / Math.max(1, until - from);
    for (let unit = from; unit < Math.min(until, from + longest); unit++) {
      sums[unit] = (sums[unit] ?? 0) + share;
    }
  }
  return sums;
}

/** A word of 5,000 letters is in few n-grams, but each would be spread over all of them. */
const longest = 64;

function wordsOf(text: string, weights: Float64Array): Piece[] {
  return Array.from(text.matchAll(/\S+/g), ({ 0: word, index: start }) => {
    const end = start + word.length;
    const weight = weights.subarray(start, end).reduce((sum, one) => sum + one, 0);
    return { start, end, weight };
  });
}

function joined(text: string, words: readonly Piece[]): Piece[] {
  const pieces: Piece[] = [];
  for (const word of [...words].sort((a, b) => a.start - b.start)) {
    const before = pieces.at(-1);
    if (before && text.slice(before.end, word.start).trim() === '') {
      before.end = word.end;
      before.weight += word.weight;
    } else pieces.push({ ...word });
  }
  return pieces;
}
