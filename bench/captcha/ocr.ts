import {
  blackUnder,
  type Cleaning,
  enlarged,
  filled,
  inSequence,
  inverted,
  median,
  withoutGaps,
  withoutThin,
} from './cleaning.ts';
import { withoutLines } from './lines.ts';
import type { Sample } from './sample.ts';
import { type Layout, readAll } from './tesseract.ts';

const layouts: readonly Layout[] = [7, 8];

const cleanings: Record<string, Cleaning> = {
  'as it is': (grey) => grey,
  'twice as large': enlarged(2),
  'three times as large': enlarged(3),
  inverted,
  'black under 90': blackUnder(90),
  'black under 190': blackUnder(190),
  'small gaps closed': withoutGaps(1),
  'gaps closed': withoutGaps(2),
  'hollow filled': filled,
  'gaps closed, hollow filled': inSequence(withoutGaps(1), filled),
  'hollow filled, inverted': inSequence(filled, inverted),
  'median of 3': median(1),
  'median of 5': median(2),
  'thin removed, 1': withoutThin(1),
  'thin removed, 2': withoutThin(2),
  'thin removed, 3': withoutThin(3),
  'hollow filled, thin removed': inSequence(filled, withoutThin(3)),
  'hollow filled, thin removed, twice as large': inSequence(filled, withoutThin(3), enlarged(2)),
  'lines undone': withoutLines,
  'lines undone, median': inSequence(withoutLines, median(1)),
  'lines undone, twice as large': inSequence(withoutLines, median(1), enlarged(2)),
  'lines undone, hollow filled': inSequence(withoutLines, median(1), withoutGaps(1), filled),
  'lines undone, hollow filled, thin removed': inSequence(
    withoutLines,
    median(1),
    withoutGaps(1),
    filled,
    withoutThin(2),
  ),
};

interface Way {
  name: string;
  isRight: boolean[];
}

export interface Readings {
  ways: number;
  best: { name: string; right: number };
  /** Read in at least one way. */
  any: number;
  /** Read in at least one way that does not undo the lines. */
  anyWithLines: number;
}

/** How many are read in full, in each of many ways. */
export async function readByOcr(samples: readonly Sample[]): Promise<Readings> {
  const ways: Way[] = [];
  for (const [name, clean] of Object.entries(cleanings)) {
    const pictures = samples.map(({ grey }) => clean(grey));
    for (const [index, texts] of (await readAll(pictures, layouts)).entries()) {
      ways.push({ name: `${name}, psm ${layouts[index]}`, isRight: rightOnes(samples, texts) });
    }
  }
  const counts = ways.map(({ name, isRight }) => ({ name, right: isRight.filter(Boolean).length }));
  const any = (some: readonly Way[]) =>
    samples.filter((_, at) => some.some(({ isRight }) => isRight[at])).length;
  return {
    ways: ways.length,
    best: counts.reduce((most, way) => (way.right > most.right ? way : most)),
    any: any(ways),
    anyWithLines: any(ways.filter(({ name }) => !name.includes('lines undone'))),
  };
}

function rightOnes(samples: readonly Sample[], texts: readonly string[]): boolean[] {
  return samples.map(({ answer }, index) => texts[index] === answer);
}
