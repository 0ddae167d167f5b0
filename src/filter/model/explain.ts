import { gramsOf } from './features.ts';
import { type Fault, modelOf } from './score.ts';

/** A piece of a canonical text, and what it adds to the logit. */
export interface Piece {
  start: number;
  end: number;
  weight: number;
}

/** The words of a canonical text that most made it look like this fault, weightiest first; neighbours are joined. */
export function explain(text: string, fault: Fault, limit: number): Piece[] {
  const weights = weightsOf(text, fault);
  const words = wordsOf(text, weights).filter((word) => word.weight > 0);
  const weightiest = words.sort((a, b) => b.weight - a.weight).slice(0, limit);
  return joined(text, weightiest).sort((a, b) => b.weight - a.weight);
}

/** What each unit of the text adds: every n-gram's weight is shared among the units that it covers. */
function weightsOf(text: string, fault: Fault): Float64Array {
  const { step, weights } = modelOf(fault);
  const { feature, start, end, length } = gramsOf(text);
  const sums = new Float64Array(text.length);
  const scale = step / Math.sqrt(Math.max(1, length));
  for (let at = 0; at < length; at++) {
    const [from, until] = [start[at] ?? 0, end[at] ?? 0];
    const share = ((weights[feature[at] ?? 0] ?? 0) * scale) / Math.max(1, until - from);
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
