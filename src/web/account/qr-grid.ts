import type { QrContent } from './qr-codewords.ts';

/** A square of modules: 1 is dark, 0 light, -1 still free. */
export interface QrGrid {
  size: number;
  modules: Int8Array;
}

/** Of the masks that the standard has, by column and row: where the drawn bits are turned over. */
const masks: readonly ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0,
  (_, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];

/** The modules, under the mask that leaves the fewest long runs and look-alikes of the corner marks. */
export function drawQr(content: QrContent): QrGrid {
  const drawn = masks.map((_, mask) => drawMasked(content, mask));
  return drawn.reduce((best, grid) => (penalty(grid) < penalty(best) ? grid : best));
}

function drawMasked({ version, bits }: QrContent, mask: number): QrGrid {
  const size = 17 + 4 * version;
  const grid = { size, modules: new Int8Array(size * size).fill(-1) };
  for (const [x, y] of [
    [3, 3],
    [size - 4, 3],
    [3, size - 4],
  ] as const)
    drawMark(grid, x, y, [2, 4], 4);
  drawAlignment(grid, version);
  for (let at = 8; at < size - 8; at += 1) {
    set(grid, at, 6, 1 - (at % 2));
    set(grid, 6, at, 1 - (at % 2));
  }
  drawFormat(grid, mask);
  if (version >= 7) drawVersion(grid, version);
  drawBits(grid, bits, mask);
  return grid;
}

/** Squares within each other around a module, light at some distances from it. */
function drawMark(grid: QrGrid, x: number, y: number, light: readonly number[], reach: number): void {
  for (let dy = -reach; dy <= reach; dy += 1) {
    for (let dx = -reach; dx <= reach; dx += 1) {
      set(grid, x + dx, y + dy, light.includes(Math.max(Math.abs(dx), Math.abs(dy))) ? 0 : 1);
    }
  }
}

/** None in version 1; else in lines and columns that are evenly apart, save where a corner has its mark. */
function drawAlignment(grid: QrGrid, version: number): void {
  const last = grid.size - 7;
  const places = version < 2 ? [] : version < 7 ? [6, last] : [6, (6 + last) / 2, last];
  for (const [x, y] of places.flatMap((x) => places.map((y) => [x, y] as const))) {
    const atCorner = Math.min(x, y) === 6 && (x === y || Math.max(x, y) === last);
    if (!atCorner) drawMark(grid, x, y, [1], 2);
  }
}

/** Level M is 00; the remainder is of a BCH code. Written twice. */
function drawFormat(grid: QrGrid, mask: number): void {
  const bits = ((mask << 10) | remainder(mask, 10, 0x537)) ^ 0x5412;
  const near = [0, 1, 2, 3, 4, 5, 7, 8];
  for (let at = 0; at < 15; at += 1) {
    const bit = (bits >> at) & 1;
    const [x, y] = at < 8 ? [8, near[at] ?? 0] : [near[14 - at] ?? 0, 8];
    set(grid, x, y, bit);
    if (at < 8) set(grid, grid.size - 1 - at, 8, bit);
    else set(grid, 8, grid.size - 15 + at, bit);
  }
  set(grid, 8, grid.size - 8, 1);
}

function drawVersion(grid: QrGrid, version: number): void {
  const bits = (version << 12) | remainder(version, 12, 0x1f25);
  for (let at = 0; at < 18; at += 1) {
    const [near, far] = [Math.floor(at / 3), grid.size - 11 + (at % 3)];
    set(grid, near, far, (bits >> at) & 1);
    set(grid, far, near, (bits >> at) & 1);
  }
}

function remainder(value: number, degree: number, divisor: number): number {
  let rest = value;
  for (let step = 0; step < degree; step += 1) rest = (rest << 1) ^ ((rest >> (degree - 1)) * divisor);
  return rest;
}

/** Up and down in columns of two from the right, past the column of the timing pattern. */
function drawBits(grid: QrGrid, bits: string, mask: number): void {
  const { size } = grid;
  let next = 0;
  for (let right = size - 1, up = true; right > 0; right -= right === 8 ? 3 : 2, up = !up) {
    for (let step = 0; step < 2 * size; step += 1) {
      const row = step >> 1;
      const [x, y] = [right - (step & 1), up ? size - 1 - row : row];
      if (grid.modules[y * size + x] !== -1) continue;
      set(grid, x, y, Number(bits[next] ?? 0) ^ Number(masks[mask]?.(x, y) ?? false));
      next += 1;
    }
  }
}

function set({ size, modules }: QrGrid, x: number, y: number, module: number): void {
  if (x >= 0 && y >= 0 && x < size && y < size) modules[y * size + x] = module;
}

/** The standard's measure of what readers find hard, without its squares and shares. */
function penalty({ size, modules }: QrGrid): number {
  const rows = Array.from({ length: size }, (_, y) => modules.slice(y * size, (y + 1) * size).join(''));
  const columns = rows.map((_, x) => rows.map((row) => row[x]).join(''));
  const lines = [...rows, ...columns].join(' ');
  const runs = lines.match(/0{5,}|1{5,}/g) ?? [];
  const alike = lines.match(/(?=10111010000|00001011101)/g) ?? [];
  return runs.reduce((sum, run) => sum + run.length - 2, 0) + 40 * alike.length;
}
