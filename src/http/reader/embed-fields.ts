import { z } from '@hono/zod-openapi';
import { keyed } from '../../articles/article.ts';
import { languages } from '../../language/language.ts';
import type { Site } from '../../sites/site.ts';
import { parseOrRefuse } from '../field-errors.ts';
import { articleKey, cursorQuery, plainText, webAddress } from '../shapes.ts';
import { workDone } from './reader-shapes.ts';

/** What the host page says beside the article's key never breaks its page: what is wrong is left out. */
const hostText = plainText.max(300).catch('').default('');
const hostUrl = webAddress.catch('').default('');

const orNone = <Schema extends z.ZodType<string>>(schema: Schema) =>
  schema
    .optional()
    .catch(undefined)
    .transform((given) => given || undefined);
const commentId = orNone(plainText.max(64));

export const frameQuery = z.object({
  article: articleKey.optional(),
  title: hostText,
  url: hostUrl,
  language: z.enum(languages).optional().catch(undefined),
  sort: z.enum(['liked', 'newest', 'oldest']).catch('liked').default('liked'),
  cursor: cursorQuery.transform((cursor) => cursor || undefined),
  /** A comment whose branch is shown wholly, and after which of its answers. */
  branch: commentId,
  replies: cursorQuery.transform((cursor) => cursor || undefined),
  /** A comment that is shown in any case. */
  comment: commentId,
  /** Where the form for an answer or a report is open. */
  parent: commentId,
  report: commentId,
  /** What was just done. */
  reported: commentId,
  liked: commentId,
  sent: orNone(z.string().max(200)),
});

export type FrameQuery = z.infer<typeof frameQuery> & { article: string };

/** The form of the frame. What was typed is judged later, so that a mistake comes back beside its field. */
export const frameFields = frameQuery.extend({
  do: z.enum(['send', 'reset-captcha', 'clear', 'restore']).catch('send').default('send'),
  author: z.string().default(''),
  email: z.string().default(''),
  body: z.string().default(''),
  challenge: z.string().max(160).optional(),
  answer: z.string().default(''),
  proofOfWork: z.string().default(''),
  consent: z.string().default(''),
  notice: z.string().default(''),
  notify: z.string().default(''),
  key: z
    .string()
    .regex(/^[\x21-\x7e]{1,255}$/)
    .optional()
    .catch(undefined),
});

export type FrameFields = z.infer<typeof frameFields> & { article: string };

/** The article that a page names, else that of its address. */
export function withArticle<Given extends Pick<z.infer<typeof frameQuery>, 'article' | 'url'>>(
  site: Site,
  given: Given,
): Given & { article: string } {
  const { article, url } = given;
  if (article === undefined && url === '') parseOrRefuse(z.object({ article: articleKey }), {});
  return { ...given, article: keyed(site, { key: article, url }).key };
}

/** The form's fields as the JSON route takes them, to be judged by the same description. */
export function toNewComment(fields: z.infer<typeof frameFields>): unknown {
  const {
    article: key,
    title,
    url,
    author,
    email,
    body,
    parent,
    challenge: id,
    consent,
    notice,
    notify,
  } = fields;
  return {
    article: { key, title, url },
    author,
    email: email.trim(),
    body,
    parentId: parent,
    challenge: id === undefined ? undefined : { id, ...metBy(fields) },
    consent: consent === 'yes' || undefined,
    notice,
    notify: notify === 'yes' || undefined,
  };
}

/** Work that cannot be read is as good as none: then the field beside the picture is what is judged. */
function metBy({ answer, proofOfWork }: z.infer<typeof frameFields>) {
  const done = workDone.safeParse(jsonOrNothing(proofOfWork));
  return done.success ? { proofOfWork: done.data, answer } : { answer };
}

function jsonOrNothing(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
