import {
  busyness,
  bytesOf,
  fullness,
  isOver,
  layOut,
  type Move,
  relieve,
  type Site,
  type Store,
} from './layout.ts';
import { copiedPerSecond, dollarsPerMillionRows, rowsPerComment } from './limits.ts';
import { type Options, readOptions } from './options.ts';

const daysPerMonth = 30;

function simulate(options: Options): void {
  const sites = sitesOf(options);
  const stores = layOut(sites, options.databases);
  const all: Move[] = [];
  console.log(' year  databases  fullest  busiest  GB in all  sites moved  GB moved');
  for (let year = 1; year <= options.years; year += 1) {
    const moves = liveYear(sites, stores, options.growth);
    console.log(lineOf(year, stores, moves));
    all.push(...moves);
  }
  tellCost(all);
  tellTooLarge(stores);
}

function sitesOf({ sites, commentsPerDay, zipf }: Options): Site[] {
  const shares = Array.from({ length: sites }, (_, index) => 1 / (index + 1) ** zipf);
  const whole = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share, index) => ({
    rank: index + 1,
    commentsPerDay: (commentsPerDay * share) / whole,
    comments: 0,
  }));
}

/** The moves of a year, each with its site as it was then. */
function liveYear(sites: readonly Site[], stores: Store[], growth: number): Move[] {
  const moves: Move[] = [];
  for (let month = 1; month <= 12; month += 1) {
    for (const site of sites) live(site, growth ** (1 / 12));
    moves.push(...relieve(stores).map((move) => ({ ...move, site: { ...move.site } })));
  }
  return moves;
}

function live(site: Site, growth: number): void {
  site.comments += site.commentsPerDay * daysPerMonth;
  site.commentsPerDay *= growth;
}

function lineOf(year: number, stores: readonly Store[], moves: readonly Move[]): string {
  const percent = (shares: number[]) => `${Math.round(Math.max(...shares) * 100)} %`;
  const columns: [string | number, number][] = [
    [year, 5],
    [stores.length, 11],
    [percent(stores.map(fullness)), 9],
    [percent(stores.map(busyness)), 9],
    [gigabytes(stores.flat()), 11],
    [moves.length, 13],
    [gigabytes(moves.map(({ site }) => site)), 10],
  ];
  return columns.map(([value, width]) => String(value).padStart(width)).join('');
}

function tellCost(moves: readonly Move[]): void {
  const comments = moves.reduce((sum, { site }) => sum + site.comments, 0);
  const dollars = (comments * rowsPerComment * dollarsPerMillionRows) / 1e6;
  const longest = Math.max(0, ...moves.map(({ site }) => site.comments)) / copiedPerSecond / 3600;
  console.log(`\n${moves.length} moves: ${gigabytes(moves.map(({ site }) => site))} GB copied`);
  console.log(`${Math.round(dollars)} dollars for the rows that are written anew`);
  console.log(
    `the longest copy takes ${longest.toFixed(1)} hours, in which that site reads and does not write`,
  );
}

function tellTooLarge(stores: readonly Store[]): void {
  const alone = stores.filter((store) => store.length === 1 && isOver(store)).flat();
  const named = alone.map((site) => `site ${site.rank} (${gigabytes([site])} GB)`);
  if (alone.length > 0) console.log(`outgrow a database of their own: ${named.join(', ')}`);
}

function gigabytes(sites: readonly Site[]): string {
  return (bytesOf([...sites]) / 1e9).toFixed(1);
}

try {
  simulate(readOptions());
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
