import { atlas } from '../../src/captcha/drawing/atlas.ts';
import { type Contour, contours } from '../../src/captcha/drawing/font.ts';
import { fill, noInk } from '../../src/captcha/drawing/raster.ts';
import { closedStroke } from '../../src/captcha/drawing/stroke.ts';
import { greyOf } from './grey.ts';
import { inkOfColumns, planesOf, type Shape, shapeBetween } from './shape.ts';

/** In pixels, as letters are in the pictures. */
const [height, room, pen] = [70, 160, 3.6];
const slants = [-0.3, -0.15, 0, 0.15, 0.3];

/** A character as a font draws it, in one of many ways. */
export interface Glyph {
  character: string;
  shape: Shape;
}

/** Every character of the public fonts, leaning in several ways, solid and hollow. */
export function allGlyphs(): Glyph[] {
  return atlas.flatMap(({ glyphs }) =>
    Object.entries(glyphs).flatMap(([character, outline]) =>
      slants.flatMap((slant) => {
        const leaning = lean(contours(outline), slant);
        const pens = [leaning, leaning.flatMap((contour) => closedStroke(contour, pen))];
        return pens.flatMap((drawn) => glyphOf(character, drawn));
      }),
    ),
  );
}

function lean(outline: readonly Contour[], slant: number): Contour[] {
  const scale = height / 1000;
  return outline.map((contour) =>
    contour.map(({ x, y }) => ({ x: room / 4 + (x - (y - 500) * slant) * scale, y: 5 + y * scale })),
  );
}

function glyphOf(character: string, drawn: readonly Contour[]): Glyph[] {
  const ink = noInk(room, height + 10);
  fill(ink, drawn);
  const grey = greyOf(ink);
  const columns = inkOfColumns(grey);
  const [left, right] = [columns.findIndex(Boolean), columns.findLastIndex(Boolean) + 1];
  const shape = shapeBetween(planesOf(grey), left, right);
  return shape ? [{ character, shape }] : [];
}
