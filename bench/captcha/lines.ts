import type { Point } from '../../src/captcha/drawing/font.ts';
import { fill } from '../../src/captcha/drawing/raster.ts';
import { stroke } from '../../src/captcha/drawing/stroke.ts';
import { type Grey, greyOf, inkOf, isInk } from './grey.ts';

const linesOfPicture = 2;
const thickness = 4.3;
/** The path is searched in columns this far apart, and may rise or fall by as much between two of them. */
const step = 3;
const rises = Array.from({ length: 2 * step + 1 }, (_, index) => index - step);
const costOfBend = 0.12;
const inside = [-1, 0, 1];
const outside = [4, 5];

/** Follows each line from edge to edge, and draws it once more: what was turned over is turned back. */
export function withoutLines(grey: Grey): Grey {
  let cleaned = grey;
  for (let line = 0; line < linesOfPicture; line++) {
    const ink = inkOf(cleaned);
    fill(ink, stroke(smooth(traceLine(cleaned)), thickness));
    cleaned = greyOf(ink);
  }
  return cleaned;
}

/** The smooth path that differs most, all along, from what is above and below it (Viterbi). */
function traceLine(grey: Grey): Point[] {
  const columns = Math.ceil(grey.width / step) + 1;
  const cameBy: Int8Array[] = [];
  let best = new Float32Array(grey.height * rises.length);
  for (let column = 1; column < columns; column++) {
    const { scores, from } = advance(best, scoresAt(grey, column));
    cameBy.push(from);
    best = scores;
  }
  return walkBack(best, cameBy, grey.height);
}

/** For each row, how much a line there would explain. */
function scoresAt(grey: Grey, column: number): Float32Array {
  const x = Math.min(grey.width - 1, column * step);
  return Float32Array.from({ length: grey.height }, (_, y) => contrast(grey, x, y));
}

function contrast(grey: Grey, x: number, y: number): number {
  const share = (offsets: readonly number[]) =>
    offsets.filter((offset) => isInk(grey, x, y + offset)).length / offsets.length;
  const middle = share(inside);
  return Math.abs(middle - share(outside)) + Math.abs(middle - share(outside.map((offset) => -offset)));
}

/** A state is a row, and the rise by which the path came there. */
function advance(best: Float32Array, here: Float32Array) {
  const from = new Int8Array(best.length);
  const scores = best.map((_, state) => {
    const [row, rise] = [Math.floor(state / rises.length), state % rises.length];
    const before = row - (rises[rise] ?? 0);
    let most = Number.NEGATIVE_INFINITY;
    for (let earlier = 0; earlier < rises.length; earlier++) {
      const sum = (best[before * rises.length + earlier] ?? -1e9) - costOfBend * (rise - earlier) ** 2;
      if (sum <= most) continue;
      most = sum;
      from[state] = earlier;
    }
    return most + (here[row] ?? 0);
  });
  return { scores, from };
}

function walkBack(best: Float32Array, cameBy: readonly Int8Array[], height: number): Point[] {
  let state = best.indexOf(Math.max(...best.subarray(0, height * rises.length)));
  const points: Point[] = [];
  for (let column = cameBy.length; column >= 0; column--) {
    const row = Math.floor(state / rises.length);
    points.unshift({ x: column * step, y: row + 0.5 });
    const before = row - (rises[state % rises.length] ?? 0);
    state = before * rises.length + (cameBy[column - 1]?.[state] ?? 0);
  }
  return points;
}

function smooth(points: readonly Point[]): Point[] {
  return points.map(({ x }, index) => {
    const near = points.slice(Math.max(0, index - 2), index + 3);
    return { x, y: near.reduce((sum, { y }) => sum + y, 0) / near.length };
  });
}
