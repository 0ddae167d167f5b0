import type { Random } from '../../world/random.ts';
import { Dice, type Range } from './dice.ts';
import { type Contour, contours, type Font, type Point } from './font.ts';
import type { Colour } from './png.ts';

/** How one installation draws. Lengths are in pixels of the picture, angles in radians. */
export interface Style {
  /** By character, in units of which a capital is 1000 high. */
  fonts: readonly Readonly<Record<string, readonly Contour[]>>[];
  /** How many letters of ten are drawn as outlines. */
  hollow: Range;
  pen: Range;
  height: Range;
  stretch: Range;
  turn: Range;
  slant: Range;
  drift: Range;
  overlap: Range;
  sway: Wave;
  swell: Wave;
  line: { thickness: Range; lean: Range; bow: Range; wave: Wave };
  paper: Colour;
  ink: Colour;
}

export interface Wave {
  depth: Range;
  length: Range;
}

const fontsOfStyle = 6;
const papers: readonly Colour[] = [
  [247, 244, 236],
  [243, 246, 249],
  [250, 246, 242],
  [244, 247, 242],
];
const inks: readonly Colour[] = [
  [28, 27, 25],
  [23, 42, 69],
  [58, 28, 52],
  [24, 52, 44],
];

/** The habits that follow from the bytes; an operator's own fonts are always among its fonts. */
export function styleFrom(random: Random, fonts: readonly Font[], own: readonly Font[]): Style {
  const dice = new Dice(random);
  const chosen = [...own, ...dice.some(fonts, Math.max(fontsOfStyle - own.length, 2))];
  const lean = dice.between([0.05, 0.16]);
  return {
    fonts: chosen.map((font) => bend(font, dice)),
    hollow: around(dice.between([0.35, 0.6]), 0.15),
    pen: around(dice.between([3.2, 4]), 0.2),
    height: around(dice.between([68, 73]), 4),
    stretch: around(dice.between([0.94, 1.06]), 0.1),
    turn: around(dice.between([-0.06, 0.06]), 0.18),
    slant: around(dice.between([-0.15, 0.15]), 0.22),
    drift: around(0, dice.between([3, 6])),
    overlap: around(dice.between([0.8, 2.2]), 1),
    sway: wave(dice, [2.6, 4.5], [68, 112]),
    swell: wave(dice, [2.6, 4.9], [82, 165]),
    line: {
      thickness: around(dice.between([3.5, 4.4]), 0.5),
      lean: [-lean, lean],
      bow: around(0, dice.between([5, 13])),
      wave: wave(dice, [3, 7], [82, 195]),
    },
    paper: dice.one(papers),
    ink: dice.one(inks),
  };
}

function around(middle: number, spread: number): Range {
  return [middle - spread, middle + spread];
}

function wave(dice: Dice, depth: Range, length: Range): Wave {
  return { depth: around(dice.between(depth), 1), length: around(dice.between(length), 11) };
}

/** Each character of each font gets a bend of its own, so that no installation's letters are another's. */
function bend({ glyphs }: Font, dice: Dice): Record<string, Contour[]> {
  const bent = Object.entries(glyphs).map(([character, outline]) => {
    const [alongX, alongY] = [ripple(dice), ripple(dice)];
    const move = ({ x, y }: Point): Point => ({ x: x + alongX(x, y), y: y + alongY(y, x) });
    return [character, contours(outline).map((contour) => contour.map(move))] as const;
  });
  return Object.fromEntries(bent);
}

/** A smooth shift along one axis, in thousandths of a capital's height. */
function ripple(dice: Dice): (along: number, across: number) => number {
  const [one, two] = [dice.between([-45, 45]), dice.between([-30, 30])];
  const [first, second] = [dice.between([0, 2 * Math.PI]), dice.between([0, 2 * Math.PI])];
  const frequency = dice.between([0.6, 1.2]) / 1000;
  return (along, across) =>
    one * Math.sin(2 * Math.PI * frequency * across + first) +
    two * Math.sin(2 * Math.PI * frequency * along + second);
}
