import type { Dice } from './dice.ts';
import type { Contour, Point } from './font.ts';
import type { Style, Wave } from './style.ts';

/** One letter, where it stands in the picture. */
export interface Letter {
  contours: readonly Contour[];
  hollow: boolean;
}

export interface Size {
  width: number;
  height: number;
}

const margin = 10;
const bandHeight = 8;
const furthestUnder = 6;

/** Sets a text: each letter turned, slanted and stretched, set so that it touches the one before, all bent together. */
export function setText(text: string, style: Style, dice: Dice, size: Size): Letter[] {
  const shaped = [...text].map((character) => shape(character, style, dice));
  const fitted = centre(kern(shaped, style, dice), size, dice);
  const sway = waveAlong(style.sway, dice);
  const swell = waveAlong(style.swell, dice);
  const hollow = pickHollow(text.length, style, dice);
  return fitted.map((letter, index) => ({
    contours: move(letter, ({ x, y }) => ({ x: x + sway(y), y: y + swell(x) })),
    hollow: hollow.has(index),
  }));
}

/** Some and never all, so that neither kind alone reads the whole. */
function pickHollow(length: number, { hollow }: Style, dice: Dice): Set<number> {
  const count = Math.min(length - 1, Math.max(1, Math.round(length * dice.between(hollow))));
  return new Set(dice.some([...Array(length).keys()], count));
}

/** Around the origin, in pixels. */
function shape(character: string, style: Style, dice: Dice): Contour[] {
  const outline = dice.one(outlinesOf(character, style));
  const scale = dice.between(style.height) / 1000;
  const stretch = dice.between(style.stretch);
  const [turn, slant] = [dice.between(style.turn), dice.between(style.slant)];
  const [sine, cosine] = [Math.sin(turn), Math.cos(turn)];
  const drift = dice.between(style.drift);
  return move(outline, (point) => {
    const y = (point.y - 500) * scale;
    const x = point.x * scale * stretch - y * slant;
    return { x: x * cosine - y * sine, y: x * sine + y * cosine + drift };
  });
}

function outlinesOf(character: string, { fonts }: Style) {
  return fonts.map((font) => font[character]).filter((outline) => outline !== undefined);
}

function move(contours: readonly Contour[], to: (point: Point) => Point): Contour[] {
  return contours.map((contour) => contour.map(to));
}

function kern(letters: readonly Contour[][], style: Style, dice: Dice): Contour[][] {
  let ends = new Map<number, number>();
  return letters.map((letter, index) => {
    const shift = index === 0 ? 0 : touch(ends, letter) - dice.between(style.overlap);
    const placed = move(letter, ({ x, y }) => ({ x: x + shift, y }));
    ends = furthest(placed, Math.max);
    return placed;
  });
}

/**
 * How far a letter moves to the right until it touches, somewhere, the ends of the one before; it never slips
 * far under it, since a letter inside another is not read.
 */
function touch(ends: ReadonlyMap<number, number>, letter: readonly Contour[]): number {
  const starts = furthest(letter, Math.min);
  const distances = [...ends].map(([band, end]) => end - (starts.get(band) ?? Number.POSITIVE_INFINITY));
  const beside = Math.max(...ends.values()) - Math.min(...starts.values());
  return Math.max(...distances, beside - furthestUnder);
}

/** By bands of a few rows: where the letter ends, or with `Math.min` where it starts. */
function furthest(contours: readonly Contour[], of: (one: number, other: number) => number) {
  const bands = new Map<number, number>();
  for (const { x, y } of contours.flat()) {
    const band = Math.floor(y / bandHeight);
    bands.set(band, of(bands.get(band) ?? x, x));
  }
  return bands;
}

/** Made narrower where they are too wide together, and put somewhere near the middle. */
function centre(letters: readonly Contour[][], { width, height }: Size, dice: Dice): Contour[][] {
  const points = letters.flat(2);
  const left = Math.min(...points.map(({ x }) => x));
  const right = Math.max(...points.map(({ x }) => x));
  const room = width - 2 * margin;
  const scale = Math.min(1, room / (right - left));
  const start = margin + (room - (right - left) * scale) * dice.between([0.25, 0.75]);
  return letters.map((letter) =>
    move(letter, ({ x, y }) => ({ x: start + (x - left) * scale, y: height / 2 + y })),
  );
}

export function waveAlong({ depth, length }: Wave, dice: Dice): (along: number) => number {
  const [height, period, phase] = [dice.between(depth), dice.between(length), dice.between([0, 1])];
  return (along) => height * Math.sin(2 * Math.PI * (along / period + phase));
}
