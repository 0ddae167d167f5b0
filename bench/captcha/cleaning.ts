import type { Grey } from './grey.ts';

/** What can be done to a picture before it is read. */
export type Cleaning = (grey: Grey) => Grey;

export function inSequence(...cleanings: readonly Cleaning[]): Cleaning {
  return (grey) => cleanings.reduce((cleaned, cleaning) => cleaning(cleaned), grey);
}

export function inverted({ pixels, ...size }: Grey): Grey {
  return { ...size, pixels: pixels.map((shade) => 255 - shade) };
}

/** Black where it is darker, white elsewhere. */
export function blackUnder(threshold: number): Cleaning {
  return ({ pixels, ...size }) => ({ ...size, pixels: pixels.map((shade) => (shade < threshold ? 0 : 255)) });
}

/** So many times as large, with shades between those of neighbours. */
export function enlarged(times: number): Cleaning {
  return (grey) => {
    const [width, height] = [grey.width * times, grey.height * times];
    const pixels = new Uint8Array(width * height).map((_, index) =>
      between(grey, (index % width) / times, Math.floor(index / width) / times),
    );
    return { width, height, pixels };
  };
}

function between({ width, height, pixels }: Grey, x: number, y: number): number {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  const shade = (column: number, row: number) =>
    pixels[Math.min(height - 1, row) * width + Math.min(width - 1, column)] ?? 255;
  const mixed = (row: number) => shade(left, row) + (x - left) * (shade(left + 1, row) - shade(left, row));
  return mixed(top) + (y - top) * (mixed(top + 1) - mixed(top));
}

/** Ink narrower than twice the radius goes. */
export function withoutThin(radius: number): Cleaning {
  return inSequence(within(radius, Math.max), within(radius, Math.min));
}

/** Paper narrower than twice the radius goes. */
export function withoutGaps(radius: number): Cleaning {
  return inSequence(within(radius, Math.min), within(radius, Math.max));
}

export function median(radius: number): Cleaning {
  return within(radius, (...shades) => shades.sort((a, b) => a - b)[shades.length >> 1] ?? 0);
}

function within(radius: number, choose: (...shades: number[]) => number): Cleaning {
  const offsets = disc(radius);
  return ({ width, height, pixels }) => ({
    width,
    height,
    pixels: pixels.map((_, index) => {
      const [x, y] = [index % width, Math.floor(index / width)];
      const inside = offsets.filter(
        ([dx, dy]) => x + dx >= 0 && x + dx < width && y + dy >= 0 && y + dy < height,
      );
      return choose(...inside.map(([dx, dy]) => pixels[index + dy * width + dx] ?? 0));
    }),
  });
}

function disc(radius: number): [dx: number, dy: number][] {
  const reach = Array.from({ length: 2 * radius + 1 }, (_, index) => index - radius);
  const square = reach.flatMap((dy) => reach.map((dx): [number, number] => [dx, dy]));
  return square.filter(([dx, dy]) => Math.hypot(dx, dy) < radius + 0.5);
}

const beside = disc(1);

/** Fills whatever ink surrounds: all that paper does not join to the picture's edge. */
export function filled({ width, height, pixels }: Grey): Grey {
  const reached = new Uint8Array(width * height);
  const open: number[] = [];
  const reach = (x: number, y: number) => {
    const index = y * width + x;
    if (x < 0 || y < 0 || x >= width || y >= height || reached[index] || (pixels[index] ?? 0) < 128) return;
    reached[index] = 255;
    open.push(index);
  };
  for (let x = 0; x < width; x++) for (const y of [0, height - 1]) reach(x, y);
  for (let y = 0; y < height; y++) for (const x of [0, width - 1]) reach(x, y);
  for (let index = open.pop(); index !== undefined; index = open.pop()) {
    const [x, y] = [index % width, Math.floor(index / width)];
    for (const [dx, dy] of beside) reach(x + dx, y + dy);
  }
  return { width, height, pixels: reached };
}
