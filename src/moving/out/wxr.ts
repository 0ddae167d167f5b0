import type { Site } from '../../sites/site.ts';
import type { Database } from '../../store/database.ts';
import {
  listOutArticles,
  listOutComments,
  type OutArticle,
  type OutComment,
} from '../../store/moved/written-out.ts';

const head = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
  xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:wp="http://wordpress.org/export/1.2/">
<channel>
`;

/** The comments of a site as WordPress exports its own (WXR 1.2): its importer reads them, and so does ours. */
export async function* writeWxr(database: Database, site: Site): AsyncGenerator<string> {
  const home = site.origins[0] ?? 'https://example.invalid';
  yield `${head}<title>${text(site.name)}</title>
<link>${text(home)}</link>
<language>${site.language}</language>
<wp:wxr_version>1.2</wp:wxr_version>
<wp:base_site_url>${text(home)}</wp:base_site_url>
<wp:base_blog_url>${text(home)}</wp:base_blog_url>
`;
  for await (const article of listOutArticles(database, site.id)) {
    yield beginItem(article, home);
    for await (const comment of listOutComments(database, article.id)) yield itemComment(comment);
    yield '</item>\n';
  }
  yield '</channel>\n</rss>\n';
}

function beginItem({ id, key, title, url, open, createdAt }: OutArticle, home: string): string {
  const link = url || (key.startsWith('/') ? home + encodeURI(key) : key);
  return `<item>
<title>${cdata(title || key)}</title>
<link>${text(link)}</link>
<guid isPermaLink="false">${text(link)}</guid>
<content:encoded><![CDATA[]]></content:encoded>
<wp:post_id>${id}</wp:post_id>
<wp:post_date_gmt>${timeIn(createdAt)}</wp:post_date_gmt>
<wp:comment_status>${open ? 'open' : 'closed'}</wp:comment_status>
<wp:post_name>${cdata(key.split('/').at(-1) ?? '')}</wp:post_name>
<wp:status>publish</wp:status>
<wp:post_type>post</wp:post_type>
`;
}

const approved = { published: '1', pending: '0', rejected: 'trash', spam: 'spam' } as const;

/** WordPress keeps names and bodies as a page shows them. */
function itemComment({ number, parentNumber, author, email, body, state, createdAt }: OutComment): string {
  return `<wp:comment>
<wp:comment_id>${number}</wp:comment_id>
<wp:comment_author>${cdata(asHtml(author))}</wp:comment_author>
<wp:comment_author_email>${text(email ?? '')}</wp:comment_author_email>
<wp:comment_author_url></wp:comment_author_url>
<wp:comment_author_IP></wp:comment_author_IP>
<wp:comment_date_gmt>${timeIn(createdAt)}</wp:comment_date_gmt>
<wp:comment_content>${cdata(asHtml(body))}</wp:comment_content>
<wp:comment_approved>${approved[state]}</wp:comment_approved>
<wp:comment_type>comment</wp:comment_type>
<wp:comment_parent>${parentNumber ?? 0}</wp:comment_parent>
</wp:comment>
`;
}

/** UTC, as WordPress writes it. */
function timeIn(at: number): string {
  return new Date(at).toISOString().slice(0, 19).replace('T', ' ');
}

function asHtml(plain: string): string {
  return plain.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function text(given: string): string {
  return asHtml(withoutControls(given)).replaceAll('"', '&quot;');
}

function cdata(given: string): string {
  return `<![CDATA[${withoutControls(given).replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
}

/** XML 1.0 has no way to write them. */
function withoutControls(given: string): string {
  return given.toWellFormed().replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');
}
