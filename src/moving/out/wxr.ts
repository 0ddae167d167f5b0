import { keyOfUrl } from '../../articles/key.ts';
import { cdata, type Xml, xml } from '../../language/xml.ts';
import type { Site } from '../../sites/site.ts';
import type { Database } from '../../store/database.ts';
import { listOut, type OutComment } from '../../store/moved/written-out.ts';
import { vietnamMs } from '../../world/clock.ts';

const head = xml`<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
  xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:wp="http://wordpress.org/export/1.2/">
<channel>
`;

/** The comments of a site as WordPress exports its own (WXR 1.2): its importer reads them, and so does ours. */
export async function* writeWxr(database: Database, site: Site): AsyncGenerator<string> {
  for await (const part of partsOf(database, site)) yield String(part);
}

async function* partsOf(database: Database, site: Site): AsyncGenerator<Xml> {
  yield beginChannel(site);
  let article: number | undefined;
  for await (const comment of listOut(database, site.id)) {
    if (comment.article !== article)
      yield xml`${article === undefined ? '' : endItem}${beginItem(comment, site)}`;
    article = comment.article;
    yield itemComment(comment);
  }
  yield xml`${article === undefined ? '' : endItem}</channel>\n</rss>\n`;
}

const endItem = xml`</item>\n`;

const homeOf = ({ origins }: Site) => origins[0] ?? 'https://example.invalid';

function beginChannel(site: Site): Xml {
  const home = homeOf(site);
  return xml`${head}<title>${site.name}</title>
<link>${home}</link>
<language>${site.language}</language>
<wp:wxr_version>1.2</wp:wxr_version>
<wp:base_site_url>${home}</wp:base_site_url>
<wp:base_blog_url>${home}</wp:base_blog_url>
`;
}

/** Without a date WordPress takes for it the post of the same title that it has. */
function beginItem({ article, key, title, url, closed, createdAt }: OutComment, site: Site): Xml {
  const link = linkOf(site, key, url);
  return xml`<item>
<title>${cdata(asHtml(title || key))}</title>
<link>${link}</link>
<guid isPermaLink="false">${link}</guid>
<content:encoded><![CDATA[]]></content:encoded>
<wp:post_id>${article}</wp:post_id>
<wp:post_date_gmt>${timeIn(createdAt)}</wp:post_date_gmt>
<wp:comment_status>${closed ? 'closed' : 'open'}</wp:comment_status>
<wp:post_name>${cdata(key.split('/').at(-1) ?? '')}</wp:post_name>
<wp:status>publish</wp:status>
<wp:post_type>post</wp:post_type>
`;
}

/** The address that leads to the key, where there is one; else that of the article. */
function linkOf(site: Site, key: string, url: string): string {
  if (!key.startsWith('/')) return url || key;
  const leads = URL.canParse(url) && keyOfUrl(url, site['article-query']) === key;
  return leads ? url : new URL(homeOf(site) + key).href;
}

const approved = { published: '1', pending: '0', rejected: 'trash', spam: 'spam' } as const;

/** WordPress keeps names and bodies as a page shows them, and the time of the site's place beside that of UTC. */
function itemComment({ number, parentNumber, author, email, body, state, createdAt }: OutComment): Xml {
  return xml`<wp:comment>
<wp:comment_id>${number}</wp:comment_id>
<wp:comment_author>${cdata(asHtml(author))}</wp:comment_author>
<wp:comment_author_email>${email ?? ''}</wp:comment_author_email>
<wp:comment_author_url></wp:comment_author_url>
<wp:comment_author_IP></wp:comment_author_IP>
<wp:comment_date>${timeIn(createdAt + vietnamMs)}</wp:comment_date>
<wp:comment_date_gmt>${timeIn(createdAt)}</wp:comment_date_gmt>
<wp:comment_content>${cdata(bodyAsHtml(body))}</wp:comment_content>
<wp:comment_approved>${approved[state]}</wp:comment_approved>
<wp:comment_type>comment</wp:comment_type>
<wp:comment_parent>${parentNumber}</wp:comment_parent>
</wp:comment>
`;
}

/** UTC, as WordPress writes it. */
function timeIn(at: number): string {
  return new Date(at).toISOString().slice(0, 19).replace('T', ' ');
}

/** Line ends stand as they are; spaces and empty lines of which HTML would make one are held apart. */
function bodyAsHtml(body: string): string {
  return asHtml(body)
    .replaceAll('\t', '    ')
    .replace(/^ | (?= )/gm, '&nbsp;')
    .replace(/(?<=\n\n)(?=\n)/g, '&nbsp;');
}

function asHtml(plain: string): string {
  return plain.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
