import svgCaptcha from 'svg-captcha';
import { alphabet } from '../alphabet.ts';
import type { Font } from './font.ts';

interface Command {
  type: 'M' | 'L' | 'Q' | 'C' | 'Z';
  x: number;
  y: number;
  x1: number;
  y1: number;
  x2: number;
  y2: number;
}

interface Outline {
  commands: Command[];
  getBoundingBox(): { x1: number; y1: number; y2: number };
}

/** What the library keeps of a font that it has loaded, which its types leave out. */
interface LoadedFont {
  charToGlyphIndex(character: string): number;
  charToGlyph(character: string): { getPath(x: number, y: number, size: number): Outline };
}

const size = 1000;

/** Lines that lead where the outline already is, which the library writes after every curve. */
const standingStill = /(?<=[MLQC ])(-?\d+ -?\d+)(?:L\1(?!\d))+/g;

/** Reads a .ttf, .otf or .woff file; throws an Error where it is none, or lacks a character. */
export function readFont(name: string, path: string): Font {
  const font = load(path);
  const missing = [...alphabet].filter((character) => font.charToGlyphIndex(character) === 0);
  if (missing.length > 0) throw new Error(`${path} has no ${missing.join(', ')}`);
  const glyphs = [...alphabet].map((character) => [character, outline(font, character)]);
  return { name, glyphs: Object.fromEntries(glyphs) };
}

function load(path: string): LoadedFont {
  try {
    svgCaptcha.loadFont(path);
    return (svgCaptcha.options as unknown as { font: LoadedFont }).font;
  } catch (error) {
    throw new Error(`${path} is no font that can be read (.ttf, .otf, .woff)`, { cause: error });
  }
}

/** Scaled so that every character is as high as the others, whatever its font makes of it. */
function outline(font: LoadedFont, character: string): string {
  const drawn = font.charToGlyph(character).getPath(0, 0, size);
  const box = drawn.getBoundingBox();
  const scale = size / (box.y2 - box.y1);
  const at = (x: number, y: number) =>
    `${Math.round((x - box.x1) * scale)} ${Math.round((y - box.y1) * scale)}`;
  const written = drawn.commands.map(({ type, x, y, x1, y1, x2, y2 }) => {
    if (type === 'Z') return '';
    if (type === 'Q') return `Q${at(x1, y1)} ${at(x, y)}`;
    if (type === 'C') return `C${at(x1, y1)} ${at(x2, y2)} ${at(x, y)}`;
    return `${type}${at(x, y)}`;
  });
  return written.join('').replace(standingStill, '$1');
}
