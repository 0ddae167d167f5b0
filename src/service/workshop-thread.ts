// The thread of `workshop.ts`: makes what captchas need, one after the other.
import { parentPort } from 'node:worker_threads';
import { speakBy } from '../captcha/audio.ts';
import { readClip } from '../captcha/clips.ts';
import type { Style } from '../captcha/drawing/style.ts';
import { drawPicture, type Picture } from '../captcha/picture.ts';
import { deriveAtOnce } from '../captcha/work.ts';
import { randomFrom } from '../world/hash.ts';

/** `seed` is what all of it follows from that is random. */
export type Order =
  | { kind: 'style'; style: Style }
  /** In the style that was ordered last. */
  | { kind: 'picture'; number: number; text: string; seed: string }
  | { kind: 'sound'; number: number; names: readonly string[]; seed: string }
  | { kind: 'key'; number: number; password: Uint8Array; salt: Uint8Array };

/** What came of the order of that number. */
export type Done = { number: number; made: Picture | Uint8Array } | { number: number; failure: string };

const speak = speakBy(readClip);
let style: Style | undefined;

parentPort?.on('message', async (order: Order) => {
  if (order.kind === 'style') {
    style = order.style;
    return;
  }
  const { number } = order;
  try {
    const made = own(await make(order));
    const { buffer } = 'bytes' in made ? made.bytes : made;
    parentPort?.postMessage({ number, made } satisfies Done, [buffer as ArrayBuffer]);
  } catch (error) {
    parentPort?.postMessage({ number, failure: String(error) } satisfies Done);
  }
});

async function make(order: Exclude<Order, { kind: 'style' }>): Promise<Picture | Uint8Array> {
  if (order.kind === 'key') return deriveAtOnce(order.password, order.salt);
  if (order.kind === 'sound') return speak(order.names, randomFrom(order.seed));
  if (!style) throw new Error('a picture is asked for before its style');
  return drawPicture(order.text, style, randomFrom(order.seed));
}

/** On memory that nothing else is on, so that it can be handed over. */
function own(made: Picture | Uint8Array): Picture | Uint8Array {
  return 'bytes' in made ? { ...made, bytes: Uint8Array.from(made.bytes) } : Uint8Array.from(made);
}
