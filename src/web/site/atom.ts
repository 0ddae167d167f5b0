import type { Feed, FeedEntry } from '../../comments/feed.ts';
import type { Language } from '../../language/language.ts';
import { type Xml, xml } from '../../language/xml.ts';
import type { Site } from '../../sites/site.ts';
import { uuidOf } from '../../world/hash.ts';
import { renderBody } from '../body.ts';

export const atomType = 'application/atom+xml';

export interface FeedView extends Feed {
  site: Site;
  publicUrl: string;
  /** Its own address. */
  self: string;
}

interface Words {
  readers: string;
  entry: (author: string, article: string) => string;
}

const words: Record<Language, Words> = {
  vi: { readers: 'Ý kiến bạn đọc', entry: (author, article) => `${author} về “${article}”` },
  en: { readers: 'Comments', entry: (author, article) => `${author} on “${article}”` },
};

/** A feed in Atom 1.0 (RFC 4287). Its ids stay whatever its address becomes, but for the feed's own. */
export function atomFeed(view: FeedView): Xml {
  const { site, article, entries, updatedAt, publicUrl, self } = view;
  const home = article ? article.url : site.origins[0];
  return xml`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${site.language}">
<id>urn:uuid:${uuidOf('feed', publicUrl, site.id, article?.key ?? '')}</id>
<title>${words[site.language].readers}: ${article ? (article.title ?? article.key) : site.name}</title>
<updated>${timeOf(updatedAt)}</updated>
<author><name>${site.name}</name></author>
<link rel="self" type="${atomType}" href="${self}"/>
${home ? xml`<link rel="alternate" type="text/html" href="${home}"/>\n` : ''}<generator>binh-luan</generator>
${entries.map((one) => entry(view, one))}</feed>
`;
}

function entry({ site, publicUrl }: FeedView, comment: FeedEntry): Xml {
  const { id, author, body, createdAt, publishedAt, article } = comment;
  return xml`<entry>
<id>urn:uuid:${uuidOf('comment', id)}</id>
<title>${words[site.language].entry(author, article.title ?? article.key)}</title>
<published>${timeOf(createdAt)}</published>
<updated>${timeOf(publishedAt)}</updated>
<author><name>${author}</name></author>
<link rel="alternate" type="text/html" href="${placeOf(publicUrl, site, comment)}"/>
<content type="html">${String(renderBody(body))}</content>
</entry>
`;
}

/** Under its article, or in a page of ours where the article has no address. */
function placeOf(publicUrl: string, site: Site, { id, article: { key, url } }: FeedEntry): string {
  if (!url) return `${publicUrl}/embed/${site.id}?${new URLSearchParams({ article: key, comment: id })}`;
  const place = new URL(url);
  place.hash = `binh-luan-${id}`;
  return place.href;
}

function timeOf(at: number): string {
  return new Date(at).toISOString();
}
