import { keyedHash } from '../world/hash.ts';
import { randomToken } from '../world/random.ts';
import { secretOf } from '../world/secrets.ts';
import type { World } from '../world/world.ts';

/** So many accounts are remembered of a browser, such as one that a newsroom shares. */
const mostMarks = 5;

interface Holder {
  id: string;
  /** Hashed. */
  password: string;
}

/**
 * The mark that a browser got when it last signed in to this account, if it has one: it says whose limit counts, and
 * opens nothing. Another password makes it worthless.
 */
export function findMark(world: World, browser: string, account: Holder): string | undefined {
  const [id = '', ...marks] = browser.split('.');
  return marks
    .slice(0, mostMarks)
    .find((mark) => secretOf(world, mark, (made) => markOf(made, id, account)) !== undefined);
}

/** What the browser is to keep from now on: its own id, and a mark for each account, the latest first. */
export function addMark(world: World, browser: string, account: Holder): string {
  const [id = '', ...marks] = /^[0-9a-z]{26}(\.[\w-]{43})*$/.test(browser)
    ? browser.split('.')
    : [randomToken(world.random)];
  const mark = markOf(world, id, account);
  return [id, mark, ...marks.filter((one) => one !== mark)].slice(0, 1 + mostMarks).join('.');
}

function markOf({ secret }: Pick<World, 'secret'>, browser: string, { id, password }: Holder): string {
  return keyedHash(secret, 'known browser', browser, id, password);
}
