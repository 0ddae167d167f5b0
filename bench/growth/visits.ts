import { small } from '../service/articles.ts';
import { listPath } from '../service/lists.ts';
import { commentsPath, writePosts } from '../service/posts.ts';
import type { Place } from './place.ts';

/** Something that people do now and then, each time for so many milliseconds. */
interface Kind {
  what: string;
  everyMs: number;
  visit: (place: Place) => Promise<number>;
}

/** One visit: when it began, and how long it took, in milliseconds. */
export interface Visit {
  at: number;
  ms: number;
}

/** A busy portal: fifty lists and ten comments a second, and two moderators who go on without a rest. */
const kinds: readonly Kind[] = [
  { what: 'list', everyMs: 20, visit: ({ client }) => answered(client.get(listPath(small.key)), 200) },
  { what: 'frame', everyMs: 200, visit: ({ client }) => answered(client.get(framePath), 200) },
  { what: 'comment', everyMs: 100, visit: sendComment },
  { what: 'queue', everyMs: 1000, visit: ({ moderator }) => answered(moderator.get(queuePath), 200) },
  { what: 'search', everyMs: 3000, visit: ({ moderator }) => answered(moderator.get(searchPath), 200) },
  { what: 'decision', everyMs: 2000, visit: decide },
];

const framePath = `/embed/bench?article=${encodeURIComponent(small.key)}`;
const queuePath = '/moderation?state=pending&sort=newest';
const searchPath = `/moderation?q=${encodeURIComponent('giá xăng')}`;
const decidedAtOnce = 20;
/** Who comes while so many of the same kind wait goes away. */
const mostWaiting = 100;

/** Lets them come until they are stopped; what failed is counted. */
export function startVisits(place: Place) {
  const visits = new Map(kinds.map(({ what }): [string, Visit[]] => [what, []]));
  const counts = { failed: 0, turnedAway: 0 };
  const open = new Set<Promise<void>>();
  const timers = kinds.map(({ what, everyMs, visit }) => {
    let waiting = 0;
    return setInterval(() => {
      if (waiting >= mostWaiting) {
        counts.turnedAway += 1;
        return;
      }
      waiting += 1;
      const at = performance.now();
      const done = visit(place)
        .then((ms) => void visits.get(what)?.push({ at, ms }))
        .catch(() => {
          counts.failed += 1;
        })
        .finally(() => {
          waiting -= 1;
          open.delete(done);
        });
      open.add(done);
    }, everyMs);
  });
  return {
    visits,
    counts,
    async stop() {
      for (const timer of timers) clearInterval(timer);
      await Promise.all(open);
    },
  };
}

async function answered(asked: ReturnType<Place['client']['get']>, expected: number): Promise<number> {
  const { status, ms } = await asked;
  if (status !== expected) throw new Error(`answered by ${status}`);
  return ms;
}

/** Of somebody who reads the captcha; told is how long the comment itself took. */
async function sendComment(place: Place): Promise<number> {
  const [post] = await writePosts(place, 1);
  if (!post) throw new Error('no comment was written');
  const { body, headers } = post;
  return answered(place.client.send('POST', commentsPath, JSON.parse(body), headers), 202);
}

/** Some of those that came last are published; another moderator may have been first. */
async function decide({ moderator }: Place): Promise<number> {
  const page = await moderator.get(`/api/v1/queue?sort=newest&limit=${decidedAtOnce}`);
  const { comments } = JSON.parse(page.body.toString()) as { comments: { id: string; version: number }[] };
  const chosen = comments.map(({ id, version }) => ({ id, version }));
  const { status, ms } = await moderator.send('POST', '/api/v1/decisions', {
    action: 'publish',
    comments: chosen,
  });
  if (status !== 201 && status !== 409) throw new Error(`answered by ${status}`);
  return ms;
}
