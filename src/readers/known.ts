import { withoutMarks, wordsIn } from '../language/search/words.ts';
import { termOf } from '../sites/retention.ts';
import type { Site } from '../sites/site.ts';
import type { Page } from '../store/cursor.ts';
import {
  cursorAfter,
  listNamed,
  type NamedReader,
  type ReaderTraces,
  readTraces,
} from '../store/readers/known-readers.ts';
import { giveWay } from '../world/slices.ts';
import type { World } from '../world/world.ts';

/** How a site stands to a known reader: what counts most of what is so. */
export const readerStandings = ['blocked', 'held', 'lost', 'trusted', 'new'] as const;
export type ReaderStanding = (typeof readerStandings)[number];

export interface KnownReaderOfSite extends NamedReader, Pick<ReaderTraces, 'counts' | 'firstAt'> {
  standing: ReaderStanding;
}

interface Asked {
  /** The beginnings of words of the name. */
  q?: string | undefined;
  limit: number;
  cursor?: string | undefined;
}

/**
 * The known readers of a site, the last who wrote first. May find none by `q` and have a cursor all the same, from which
 * the search goes on.
 */
export async function listReaders(
  world: Pick<World, 'database' | 'now'>,
  site: Site,
  asked: Asked,
): Promise<Page<KnownReaderOfSite>> {
  const { rows, nextCursor } = await findNamed(world, site, asked);
  const traces = await readTraces(world.database, {
    ...{ site: site.id, senders: rows.map(({ sender }) => sender) },
    ...{ since: world.now() - termOf(site), now: world.now() },
  });
  const bySender = new Map(traces.map((one) => [one.sender, one]));
  const known = rows.flatMap((named) => {
    const found = bySender.get(named.sender);
    return found ? [toKnown(named, found, site)] : [];
  });
  return { rows: known, nextCursor };
}

function toKnown(named: NamedReader, traces: ReaderTraces, site: Site): KnownReaderOfSite {
  const { counts, firstAt } = traces;
  return { ...named, counts, firstAt, standing: standingOf(traces, site) };
}

function standingOf({ isBlocked, isHeld, isRefused, counts }: ReaderTraces, site: Site): ReaderStanding {
  if (isBlocked) return 'blocked';
  if (isHeld) return 'held';
  if (isRefused) return 'lost';
  return counts.published >= site['trusted-after'] ? 'trusted' : 'new';
}

const readTogether = 1000;
/** So many names are looked through at once; whoever wants to look further asks once more. */
const mostRead = 10_000;

async function findNamed(
  { database }: Pick<World, 'database'>,
  site: Site,
  { q, limit, cursor: from }: Asked,
): Promise<Page<NamedReader>> {
  const isFound = q === undefined ? () => true : finder(q);
  const most = q === undefined ? limit + 1 : readTogether;
  const rows: NamedReader[] = [];
  let cursor = from;
  for (let read = 0; read < mostRead; read += most) {
    const some = await listNamed(database, { site: site.id, limit: most, cursor });
    for (const named of some) {
      const last = rows.at(-1);
      if (rows.length === limit && last) return { rows, nextCursor: cursorAfter(last) };
      if (isFound(named)) rows.push(named);
    }
    const last = some.at(-1);
    if (!last || some.length < most) return { rows, nextCursor: null };
    cursor = cursorAfter(last);
    await giveWay();
  }
  return { rows, nextCursor: cursor ?? null };
}

/** With marks as they are written, without marks in any way. */
function finder(q: string): (named: NamedReader) => boolean {
  const asked = wordsIn(q);
  return ({ author }) => {
    const written = wordsIn(author).map(({ word }) => word);
    const bare = written.map(withoutMarks);
    return asked.every(({ word, isBare }) => (isBare ? bare : written).some((one) => one.startsWith(word)));
  };
}
