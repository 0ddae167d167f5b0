import { answerLength } from '../../src/captcha/alphabet.ts';
import { inSequence, median, withoutGaps } from './cleaning.ts';
import { bestCuts, type Piece } from './cuts.ts';
import { allGlyphs, type Glyph } from './glyphs.ts';
import type { Grey } from './grey.ts';
import { withoutLines } from './lines.ts';
import { inkOfColumns, likeness, planesOf, type Shape, shapeBetween } from './shape.ts';

/** Columns with less are the rest of a line. */
const inkOfLetter = 8;
const unread: Piece = { reading: '', score: -1 };

const clean = inSequence(withoutLines, median(1), withoutGaps(1));

/** A reader that knows the public fonts and how the pictures are made, and nothing of the installation. */
export function templateReader(): (grey: Grey) => string {
  const glyphs = allGlyphs();
  return (grey) => {
    const planes = planesOf(clean(grey));
    const columns = inkOfColumns(planes.plain);
    const isLetter = (ink: number) => ink >= inkOfLetter;
    const extent = { left: columns.findIndex(isLetter), right: columns.findLastIndex(isLetter) + 1 };
    const read = (left: number, right: number) => mostLike(shapeBetween(planes, left, right), glyphs);
    return bestCuts(extent, answerLength, read).join('');
  };
}

function mostLike(shape: Shape | undefined, glyphs: readonly Glyph[]): Piece {
  if (!shape) return unread;
  return glyphs.reduce((most, glyph) => {
    const score = likeness(shape, glyph.shape);
    return score > most.score ? { reading: glyph.character, score } : most;
  }, unread);
}
