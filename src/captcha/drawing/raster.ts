import type { Contour } from './font.ts';

/** How much of each pixel is inked, 0..1, row by row. */
export interface Ink {
  width: number;
  height: number;
  coverage: Float32Array;
}

export function noInk(width: number, height: number): Ink {
  return { width, height, coverage: new Float32Array(width * height) };
}

/** The part of the picture that is worked on: each row has two cells more, for what stands past its end. */
interface Cells {
  left: number;
  top: number;
  width: number;
  height: number;
  stride: number;
  amounts: Float32Array;
}

/**
 * Fills contours, smoothed at their edges, and turns what they cross into paper. Of the contours themselves, those
 * that turn the other way cut holes, and those that turn the same way are joined. What lies outside of the
 * picture is left out.
 */
export function fill(ink: Ink, contours: readonly Contour[]): void {
  const cells = cellsAround(contours, ink);
  for (const contour of contours) {
    let before = contour.at(-1);
    for (const point of contour) {
      if (before)
        addEdge(
          cells,
          before.x - cells.left,
          before.y - cells.top,
          point.x - cells.left,
          point.y - cells.top,
        );
      before = point;
    }
  }
  addInk(cells, ink);
}

function cellsAround(contours: readonly Contour[], ink: Ink): Cells {
  let [left, top, right, bottom] = [ink.width, ink.height, 0, 0];
  for (const contour of contours) {
    for (const { x, y } of contour) {
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }
  }
  left = Math.max(0, Math.floor(left));
  top = Math.max(0, Math.floor(top));
  const width = Math.max(0, Math.min(ink.width, Math.ceil(right)) - left);
  const height = Math.max(0, Math.min(ink.height, Math.ceil(bottom)) - top);
  const stride = width + 2;
  return { left, top, width, height, stride, amounts: noAmounts(stride * height) };
}

/** The same memory each time, since one part is worked on at a time, and new memory would stay long after its picture. */
function noAmounts(count: number): Float32Array {
  if (count > scratch.length) scratch = new Float32Array(count);
  return scratch.subarray(0, count).fill(0);
}

let scratch = new Float32Array();

/**
 * Notes, for every row that an edge crosses, how much of the cells to its right it covers: the signed-area
 * method of font rasterisers.
 */
function addEdge(cells: Cells, x0: number, y0: number, x1: number, y1: number): void {
  if (y0 === y1) return;
  const down = y0 < y1;
  const top = down ? y0 : y1;
  const bottom = down ? y1 : y0;
  const slope = (x1 - x0) / (y1 - y0);
  const end = Math.min(cells.height, bottom);
  for (let row = Math.max(0, Math.floor(top)); row < end; row += 1) {
    const from = top > row ? top : row;
    const to = bottom < row + 1 ? bottom : row + 1;
    if (to <= from) continue;
    const start = clamp(x0 + (from - y0) * slope, cells.width);
    const stop = clamp(x0 + (to - y0) * slope, cells.width);
    const height = down ? to - from : from - to;
    addSpan(cells.amounts, row * cells.stride, height, Math.min(start, stop), Math.max(start, stop));
  }
}

function clamp(x: number, width: number): number {
  if (x < 0) return 0;
  return x > width ? width : x;
}

/** Spreads the height of an edge within one row over the cells between its two ends. */
function addSpan(amounts: Float32Array, start: number, height: number, left: number, right: number): void {
  const first = Math.floor(left);
  const last = Math.floor(right);
  if (first === last) {
    const beside = (left + right) / 2 - first;
    add(amounts, start + first, height * (1 - beside));
    add(amounts, start + first + 1, height * beside);
    return;
  }
  const perCell = height / (right - left);
  let carried = 0;
  for (let cell = first; cell <= last; cell += 1) {
    const from = left > cell ? left : cell;
    const to = right < cell + 1 ? right : cell + 1;
    const beside = (from + to) / 2 - cell;
    const within = perCell * (to - from);
    add(amounts, start + cell, within * (1 - beside) + carried);
    carried = within * beside;
  }
  add(amounts, start + last + 1, carried);
}

function add(amounts: Float32Array, index: number, amount: number): void {
  amounts[index] = (amounts[index] ?? 0) + amount;
}

function addInk(
  { left, top, width, height, stride, amounts }: Cells,
  { width: rowLength, coverage }: Ink,
): void {
  for (let row = 0; row < height; row += 1) {
    const target = (top + row) * rowLength + left;
    let total = 0;
    for (let column = 0; column < width; column += 1) {
      total += amounts[row * stride + column] ?? 0;
      const added = Math.min(1, Math.abs(total));
      const there = coverage[target + column] ?? 0;
      coverage[target + column] = there + added - 2 * there * added;
    }
  }
}
