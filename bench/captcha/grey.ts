import { Buffer } from 'node:buffer';
import { inflateSync } from 'node:zlib';
import type { Ink } from '../../src/captcha/drawing/raster.ts';

/** 0 is black and 255 is white, row by row. */
export interface Grey {
  width: number;
  height: number;
  pixels: Uint8Array;
}

const middle = 128;

/** Reads a PNG as `writePng` writes it: four colours, every row as it stands. */
export function readPng(bytes: Uint8Array): Grey {
  const png = Buffer.from(bytes);
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const shades = shadesOf(chunk(png, 'PLTE'));
  const rows = inflateSync(chunk(png, 'IDAT'));
  const stride = 1 + Math.ceil(width / 4);
  const pixels = new Uint8Array(width * height).map((_, index) => {
    const column = index % width;
    const four = rows[Math.floor(index / width) * stride + 1 + (column >> 2)] ?? 0;
    return shades[(four >> (6 - 2 * (column & 3))) & 3] ?? 0;
  });
  return { width, height, pixels };
}

export function isInk(grey: Grey, x: number, y: number): boolean {
  if (x < 0 || y < 0 || x >= grey.width || y >= grey.height) return false;
  return (grey.pixels[y * grey.width + x] ?? 255) < middle;
}

export function inkOf({ width, height, pixels }: Grey): Ink {
  return { width, height, coverage: Float32Array.from(pixels, (shade) => (shade < middle ? 1 : 0)) };
}

export function greyOf({ width, height, coverage }: Ink): Grey {
  return { width, height, pixels: Uint8Array.from(coverage, (share) => Math.round(255 * (1 - share))) };
}

/** A portable greymap, which is a header and the pixels. */
export function writePgm({ width, height, pixels }: Grey): Uint8Array {
  return Buffer.concat([Buffer.from(`P5 ${width} ${height} 255\n`), pixels]);
}

function chunk(png: Buffer, name: string): Buffer {
  const start = png.indexOf(name) + name.length;
  return png.subarray(start, start + png.readUInt32BE(start - 8));
}

function shadesOf(palette: Buffer): number[] {
  const [red, green, blue] = [0, 1, 2].map((channel) => palette.filter((_, index) => index % 3 === channel));
  return [0, 1, 2, 3].map((entry) =>
    Math.round(0.299 * (red?.[entry] ?? 0) + 0.587 * (green?.[entry] ?? 0) + 0.114 * (blue?.[entry] ?? 0)),
  );
}
