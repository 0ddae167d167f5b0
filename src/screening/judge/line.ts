import { type Post, postMs } from '../../notices/channels/posting.ts';

/** No turn came in time; it was asked nothing. */
export class NoTurn extends Error {}

/** The same for so many at a time: who comes later waits for a turn, within the time that theirs may take in all. */
export function atMost(most: number, post: Post): Post {
  const waiting = new Set<() => void>();
  let open = 0;

  const turn = (withinMs: number) =>
    new Promise<void>((resolve, reject) => {
      const go = () => {
        clearTimeout(timer);
        waiting.delete(go);
        resolve();
      };
      const timer = setTimeout(() => {
        waiting.delete(go);
        reject(new NoTurn('no turn in time'));
      }, withinMs);
      waiting.add(go);
    });

  return async (posted) => {
    const { withinMs = postMs } = posted;
    const began = performance.now();
    if (open < most) open += 1;
    else await turn(withinMs);
    try {
      return await post({
        ...posted,
        withinMs: Math.max(1, Math.ceil(withinMs - (performance.now() - began))),
      });
    } finally {
      const [next] = waiting;
      // Whose turn comes takes the place of who is done.
      if (next) next();
      else open -= 1;
    }
  };
}
