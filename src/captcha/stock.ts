import { keyedRandom } from '../world/hash.ts';
import type { World } from '../world/world.ts';
import { answerOf, newToken } from './challenge-id.ts';
import type { Style } from './drawing/style.ts';
import type { Picture } from './picture.ts';
import { Shelf } from './shelf.ts';
import { type Key, newKey } from './work.ts';

/** A picture of a token that no challenge has yet. */
export interface ReadyPicture {
  token: string;
  picture: Picture;
}

/** What captchas need, made ahead, as long as there is any: nothing is given twice, and what is not given tells nothing. */
export interface Stock {
  takePicture: (style: Style) => ReadyPicture | undefined;
  takeKey: (tries: number) => Key | undefined;
}

type Maker = Pick<World, 'secret' | 'random' | 'draw' | 'deriveKey'>;

/** Some 2.5 kB each; none has more than the 9 that its pixels take. */
const mostPictures = 400;
/** For each price; some 200 bytes each. */
const mostKeys = 400;

export function newStock(world: Maker): Stock {
  const pictures = new Shelf(mostPictures, (style: Style) => drawAhead(world, style));
  const keys = new Map<number, Shelf<number, Key>>();
  return {
    takePicture: (style) => pictures.take(style),
    takeKey(tries) {
      const shelf =
        keys.get(tries) ?? new Shelf(mostKeys, (of: number) => newKey(of, world.random, world.deriveKey));
      keys.set(tries, shelf);
      return shelf.take(tries);
    },
  };
}

async function drawAhead(world: Maker, style: Style): Promise<ReadyPicture> {
  const token = newToken(world.random);
  return { token, picture: await drawToken(world, style, token) };
}

/** The picture of the challenge that has the token; the same each time. */
export async function drawToken(
  world: Pick<World, 'secret' | 'draw'>,
  style: Style,
  token: string,
): Promise<Picture> {
  return world.draw(answerOf(world, token), style, keyedRandom(world.secret, 'captcha picture', token));
}
