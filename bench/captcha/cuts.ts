/** What stands between two columns, and how sure that is. */
export interface Piece {
  reading: string;
  score: number;
}

interface Extent {
  left: number;
  right: number;
}

interface Way {
  end: number;
  readings: readonly string[];
  score: number;
}

type Read = (left: number, right: number) => Piece;

/** Cuts are tried this many columns apart. */
const step = 6;
const [narrowest, widest] = [25, 95];

/** The readings of so many pieces from left to right, cut where they are surest together. */
export function bestCuts({ left, right }: Extent, pieces: number, read: Read): readonly string[] {
  const readOnce = remembered(read);
  const even = (right - left) / pieces;
  let ways: Way[] = [{ end: left, readings: [], score: 0 }];
  for (let piece = 1; piece <= pieces; piece++) {
    const ends = piece === pieces ? [right] : columnsAround(left + piece * even, even / 2);
    ways = ends.flatMap((end) => bestWayTo(end, ways, readOnce));
  }
  return ways[0]?.readings ?? [];
}

function bestWayTo(end: number, ways: readonly Way[], read: Read): Way[] {
  const longer = ways.flatMap((way) => {
    if (end - way.end < narrowest || end - way.end > widest) return [];
    const { reading, score } = read(way.end, end);
    return [{ end, readings: [...way.readings, reading], score: way.score + score }];
  });
  return longer.toSorted((a, b) => b.score - a.score).slice(0, 1);
}

function remembered(read: Read): Read {
  const known = new Map<string, Piece>();
  return (left, right) => {
    const piece = known.get(`${left} ${right}`) ?? read(left, right);
    known.set(`${left} ${right}`, piece);
    return piece;
  };
}

function columnsAround(middle: number, reach: number): number[] {
  const first = Math.ceil((middle - reach) / step);
  const last = Math.floor((middle + reach) / step);
  return Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step);
}
