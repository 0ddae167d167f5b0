import type { QueuedComment } from '../../comments/comment.ts';
import type { Language } from '../../language/language.ts';
import { type Xml, xml } from '../../language/xml.ts';
import type { Moderator } from '../../moderators/moderator.ts';
import { uuidOf } from '../../world/hash.ts';
import { renderBody } from '../body.ts';

interface QueueFeed {
  comments: readonly QueuedComment[];
  moderator: Moderator;
  /** Whether who wrote what is in it. */
  texts: boolean;
  publicUrl: string;
  now: number;
}

interface Words {
  queue: string;
  entry: (article: string, risk: number) => string;
}

const words: Record<Language, Words> = {
  vi: {
    queue: 'Bình luận chờ duyệt',
    entry: (article, risk) => `Bình luận về “${article}”, nguy cơ ${risk}%`,
  },
  en: {
    queue: 'Comments that wait for review',
    entry: (article, risk) => `A comment on “${article}”, risk ${risk}%`,
  },
};

/** What waits for a moderator, in Atom 1.0 (RFC 4287). Its key is in no link. */
export function queueAtom({ comments, moderator, texts, publicUrl, now }: QueueFeed): Xml {
  const { language } = moderator;
  const latest = Math.max(...comments.map(({ createdAt }) => createdAt));
  return xml`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">
<id>urn:uuid:${uuidOf('queue', publicUrl, moderator.id)}</id>
<title>${words[language].queue}</title>
<updated>${timeOf(comments.length > 0 ? latest : now)}</updated>
<author><name>binh-luan</name></author>
<link rel="alternate" type="text/html" href="${publicUrl}/moderation"/>
<generator>binh-luan</generator>
${comments.map((comment) => entry(comment, { language, texts, publicUrl }))}</feed>
`;
}

function entry(
  { id, article, author, body, risk, createdAt }: QueuedComment,
  { language, texts, publicUrl }: Pick<QueueFeed, 'texts' | 'publicUrl'> & { language: Language },
): Xml {
  return xml`<entry>
<id>urn:uuid:${uuidOf('queued', id)}</id>
<title>${words[language].entry(article.title || article.key, Math.round(100 * risk))}</title>
<published>${timeOf(createdAt)}</published>
<updated>${timeOf(createdAt)}</updated>
${texts ? xml`<author><name>${author}</name></author>\n` : ''}<link rel="alternate" type="text/html" href="${publicUrl}/moderation/comments/${id}"/>
${texts ? xml`<content type="html">${String(renderBody(body))}</content>\n` : ''}</entry>
`;
}

function timeOf(at: number): string {
  return new Date(at).toISOString();
}
