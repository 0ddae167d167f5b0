import { filled } from './cleaning.ts';
import type { Grey } from './grey.ts';

const side = 16;

/** A letter, whatever its size: how inked each cell of its box is, as it stands and filled, and how wide it was. */
export interface Shape {
  /** Of mean 0 and length 1, so that the product of two says how alike they are. */
  cells: Float32Array;
  /** The logarithm of width by height. */
  breadth: number;
}

/** A picture and its filled copy. */
export interface Planes {
  plain: Grey;
  solid: Grey;
}

export function planesOf(plain: Grey): Planes {
  return { plain, solid: filled(plain) };
}

/** What is inked between two columns; nothing if that is too little for a letter. */
export function shapeBetween({ plain, solid }: Planes, left: number, right: number): Shape | undefined {
  const [top, bottom] = rowsOf(plain, left, right);
  if (bottom - top < side) return undefined;
  const box = { left, top, width: right - left, height: bottom - top };
  const cells = normalised([...gridOf(plain, box), ...gridOf(solid, box)]);
  return { cells, breadth: Math.log(box.width / box.height) };
}

const costOfBreadth = 0.15;

/** At most 1. */
export function likeness(one: Shape, other: Shape): number {
  let product = 0;
  for (let cell = 0; cell < one.cells.length; cell++) {
    product += (one.cells[cell] ?? 0) * (other.cells[cell] ?? 0);
  }
  return product - costOfBreadth * Math.abs(one.breadth - other.breadth);
}

/** How many pixels of each column are ink. */
export function inkOfColumns({ width, pixels }: Grey): number[] {
  const columns = new Array<number>(width).fill(0);
  for (const [index, shade] of pixels.entries()) {
    if (shade < 128) columns[index % width] = (columns[index % width] ?? 0) + 1;
  }
  return columns;
}

function rowsOf({ width, height, pixels }: Grey, left: number, right: number): [top: number, bottom: number] {
  const isInked = (row: number) =>
    pixels.subarray(row * width + left, row * width + right).filter((shade) => shade < 128).length > 2;
  const rows = [...Array(height).keys()].filter(isInked);
  return [rows[0] ?? 0, (rows.at(-1) ?? -1) + 1];
}

interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

function gridOf(grey: Grey, box: Box): number[] {
  return Array.from({ length: side * side }, (_, cell) =>
    inkIn(grey, box, cell % side, Math.floor(cell / side)),
  );
}

function inkIn(
  { width: stride, pixels }: Grey,
  { left, top, width, height }: Box,
  x: number,
  y: number,
): number {
  const [from, to] = [edge(left, width, x), Math.max(edge(left, width, x) + 1, edge(left, width, x + 1))];
  let [ink, count] = [0, 0];
  for (let row = edge(top, height, y); row < edge(top, height, y + 1); row++) {
    for (let column = from; column < to; column++) {
      ink += 255 - (pixels[row * stride + column] ?? 255);
      count += 255;
    }
  }
  return ink / Math.max(1, count);
}

function edge(start: number, length: number, cell: number): number {
  return start + Math.floor((length * cell) / side);
}

function normalised(cells: readonly number[]): Float32Array {
  const mean = cells.reduce((sum, cell) => sum + cell, 0) / cells.length;
  const length = Math.hypot(...cells.map((cell) => cell - mean)) || 1;
  return Float32Array.from(cells, (cell) => (cell - mean) / length);
}
