import type { Random } from '../world/random.ts';
import { Dice, type Range } from './drawing/dice.ts';
import type { Contour, Point } from './drawing/font.ts';
import { type Letter, setText, waveAlong } from './drawing/lettering.ts';
import { type Colour, writePng } from './drawing/png.ts';
import { fill, type Ink, noInk } from './drawing/raster.ts';
import { closedStroke, stroke } from './drawing/stroke.ts';
import type { Style } from './drawing/style.ts';

export interface Picture {
  contentType: string;
  bytes: Uint8Array;
  /** In CSS pixels. */
  width: number;
  height: number;
}

/** In CSS pixels. */
export const pictureSize = { width: 220, height: 70 };
/** Pixels to a CSS pixel: sharp on a phone, and still small. */
const density = 1.5;
const size = { width: pictureSize.width * density, height: pictureSize.height * density };
/** One through the upper half of the letters and one through the lower, as shares of the height. */
const middlesOfLines = [
  [0.34, 0.44],
  [0.56, 0.68],
] as const;
const stepOfLine = 6;

/** The same for each picture, as one is drawn at a time: what was made anew for each would stay long after it. */
const ink = noInk(size.width, size.height);
const levels = new Uint8Array(ink.coverage.length);

/** Draws a text: pixels only, since a program reads the paths of a drawing as easily as its text. */
export function drawPicture(text: string, style: Style, random: Random): Picture {
  const dice = new Dice(random);
  ink.coverage.fill(0);
  for (const letter of setText(text, style, dice, size)) fill(ink, strokesOf(letter, style, dice));
  for (const middle of middlesOfLines) {
    fill(ink, stroke(drawLine(middle, style, dice), dice.between(style.line.thickness)));
  }
  return {
    contentType: 'image/png',
    bytes: writePng(size.width, size.height, levelsOf(ink), shades(style)),
    ...pictureSize,
  };
}

function strokesOf({ contours, hollow }: Letter, style: Style, dice: Dice): readonly Contour[] {
  if (!hollow) return contours;
  const pen = dice.between(style.pen);
  return contours.flatMap((contour) => closedStroke(contour, pen));
}

/** From edge to edge through the letters, leaning, bowed and waved. */
function drawLine(height: Range, { line }: Style, dice: Dice): Point[] {
  const middle = size.height * dice.between(height);
  const [lean, bow] = [dice.between(line.lean), dice.between(line.bow)];
  const wave = waveAlong(line.wave, dice);
  return Array.from({ length: size.width / stepOfLine + 3 }, (_, index) => {
    const x = (index - 1) * stepOfLine;
    const along = x / size.width - 0.5;
    return { x, y: middle + lean * along * size.width + bow * (4 * along * along - 0.5) + wave(x) };
  });
}

const darkest = 3;

function levelsOf({ coverage }: Ink): Uint8Array {
  for (let index = 0; index < levels.length; index += 1) {
    levels[index] = (coverage[index] ?? 0) * darkest + 0.5;
  }
  return levels;
}

function shades({ paper, ink }: Style): [Colour, Colour, Colour, Colour] {
  const mixed = (share: number): Colour => {
    const at = (channel: 0 | 1 | 2) => Math.round(paper[channel] + (ink[channel] - paper[channel]) * share);
    return [at(0), at(1), at(2)];
  };
  return [mixed(0), mixed(1 / darkest), mixed(2 / darkest), mixed(1)];
}
