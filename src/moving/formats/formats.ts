import { readArtalk } from './artalk.ts';
import { readCommento } from './commento.ts';
import { readDisqus } from './disqus.ts';
import type { Reader } from './format.ts';
import { readIsso } from './isso.ts';
import { readJsonl } from './jsonl.ts';
import { readRemark42 } from './remark42.ts';
import { readTwikoo } from './twikoo.ts';
import { readWaline } from './waline.ts';
import { readWordpress } from './wordpress.ts';

/** Every system that history is brought in from, by its name on the command line. */
export const formats = {
  disqus: readDisqus,
  wordpress: readWordpress,
  isso: readIsso,
  remark42: readRemark42,
  artalk: readArtalk,
  waline: readWaline,
  twikoo: readTwikoo,
  commento: readCommento,
  comentario: readCommento,
  jsonl: readJsonl,
} satisfies Record<string, Reader>;

export type FormatName = keyof typeof formats;
export const formatNames = Object.keys(formats) as FormatName[];
