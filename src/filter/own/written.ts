import type { Before, Made } from './course.ts';

type Row = readonly [shipped: number, own: number, abuse: number, spam: number, signs: number];

const signs = { bad: 1, held: 2, unmarked: 4 };

/** What was made, as one text. */
export function write({ latest, ...made }: Made): string {
  return JSON.stringify({ ...made, latest: latest.map(toRow) });
}

export function readMade(text: string): Made {
  const { latest, ...made } = JSON.parse(text) as Omit<Made, 'latest'> & { latest: Row[] };
  return { ...made, latest: latest.map(fromRow) };
}

function toRow({ shipped, own, abuse, spam, bad, held, unmarked }: Before): Row {
  const said = (bad ? signs.bad : 0) + (held ? signs.held : 0) + (unmarked ? signs.unmarked : 0);
  return [rounded(shipped), rounded(own), rounded(abuse), rounded(spam), said];
}

function fromRow([shipped, own, abuse, spam, said]: Row): Before {
  const has = (sign: number) => (said & sign) !== 0;
  return {
    ...{ shipped, own, abuse, spam },
    ...{ bad: has(signs.bad), held: has(signs.held), unmarked: has(signs.unmarked) },
  };
}

function rounded(chance: number): number {
  return Math.round(chance * 1e4) / 1e4;
}
