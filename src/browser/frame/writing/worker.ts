// A worker that tries some keys of a puzzle, and answers the right one, or nothing.
import { scrypt } from '@noble/hashes/scrypt.js';
import { solveChallenge } from 'altcha-lib';

/** Keys are tried from a counter on, so many. */
interface Asked {
  challenge: Parameters<typeof solveChallenge>[0]['challenge'];
  from: number;
  keys: number;
}

type DeriveKey = Parameters<typeof solveChallenge>[0]['deriveKey'];

/** In JavaScript: the browsers have none of their own, and WebAssembly would need a laxer policy of the page. */
const deriveKey: DeriveKey = async ({ cost, memoryCost = 8, keyLength }, salt, password) => ({
  derivedKey: scrypt(password, salt, { N: cost, r: memoryCost, p: 1, dkLen: keyLength }),
});

addEventListener('message', async ({ data: { challenge, from, keys } }: MessageEvent<Asked>) => {
  const controller = new AbortController();
  let left = keys;
  const counting: DeriveKey = (...given) => {
    left -= 1;
    if (left === 0) controller.abort();
    return deriveKey(...given);
  };
  const options = { challenge, controller, counterStart: from, deriveKey: counting, timeout: 0 };
  postMessage(await solveChallenge(options));
});
