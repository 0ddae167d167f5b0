/** Versions 1 to 10 at level M (ISO/IEC 18004): blocks, and codewords of a block that carry and that correct. */
const versions = [
  { blocks: 1, capacity: 16, correcting: 10 },
  { blocks: 1, capacity: 28, correcting: 16 },
  { blocks: 1, capacity: 44, correcting: 26 },
  { blocks: 2, capacity: 64, correcting: 18 },
  { blocks: 2, capacity: 86, correcting: 24 },
  { blocks: 4, capacity: 108, correcting: 16 },
  { blocks: 4, capacity: 124, correcting: 18 },
  { blocks: 4, capacity: 154, correcting: 22 },
  { blocks: 5, capacity: 182, correcting: 22 },
  { blocks: 5, capacity: 216, correcting: 26 },
];

export interface QrContent {
  version: number;
  /** As bits in the order in which they are drawn. */
  bits: string;
}

/** A text in the smallest version that holds it; nothing where none of these does. */
export function encodeQr(text: string): QrContent | undefined {
  const bytes = new TextEncoder().encode(text);
  const index = versions.findIndex(({ capacity }, at) => bytes.length + headerBytes(at + 1) <= capacity);
  const shape = versions[index];
  if (!shape) return undefined;
  const blocks = cut(fill(bytes, index + 1, shape.capacity), shape.blocks);
  const corrections = blocks.map((block) => correct(block, shape.correcting));
  return { version: index + 1, bits: toBits([...interleave(blocks), ...interleave(corrections)]) };
}

/** Four bits say that bytes follow, and 8 or 16 how many; the last four end them. */
function headerBytes(version: number): number {
  return version < 10 ? 2 : 3;
}

function fill(bytes: Uint8Array, version: number, capacity: number): number[] {
  const count = bytes.length.toString(2).padStart(version < 10 ? 8 : 16, '0');
  const octets = `0100${count}${toBits(bytes)}0000`.match(/.{8}/g) ?? [];
  const filling = Array.from({ length: capacity - octets.length }, (_, index) => (index % 2 ? 0x11 : 0xec));
  return [...octets.map((octet) => Number.parseInt(octet, 2)), ...filling];
}

/** Into blocks of equal length, the last ones longer by one. */
function cut(codewords: readonly number[], count: number): number[][] {
  const length = Math.floor(codewords.length / count);
  const short = count - (codewords.length % count);
  const start = (block: number) => block * length + Math.max(0, block - short);
  return Array.from({ length: count }, (_, block) => codewords.slice(start(block), start(block + 1)));
}

function interleave(blocks: readonly number[][]): number[] {
  const longest = Math.max(...blocks.map((block) => block.length));
  return Array.from({ length: longest }, (_, index) => blocks.flatMap((block) => block[index] ?? [])).flat();
}

/** The Reed-Solomon remainder of a block, over the field of 256 with the polynomial 0x11d. */
function correct(block: readonly number[], degree: number): number[] {
  const divisor = divisorOf(degree);
  let rest: number[] = Array(degree).fill(0);
  for (const codeword of block) {
    const [first = 0, ...others] = rest;
    const factor = codeword ^ first;
    rest = [...others, 0].map((value, index) => value ^ multiply(divisor[index] ?? 0, factor));
  }
  return rest;
}

/** The product of (x - 2^i), without its leading 1. */
function divisorOf(degree: number): number[] {
  let product: number[] = [1];
  let root = 1;
  for (let power = 0; power < degree; power += 1) {
    const factor = root;
    product = [...product, 0].map((value, index) => value ^ multiply(product[index - 1] ?? 0, factor));
    root = multiply(root, 2);
  }
  return product.slice(1);
}

function multiply(one: number, other: number): number {
  let product = 0;
  for (let bit = 7; bit >= 0; bit -= 1) {
    product = (product << 1) ^ ((product >> 7) * 0x11d);
    if ((other >> bit) & 1) product ^= one;
  }
  return product;
}

function toBits(bytes: Iterable<number>): string {
  return [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
}
