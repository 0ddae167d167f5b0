import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { Dice } from '../seed/dice.ts';
import { composeText } from '../seed/texts.ts';

const commentsOfArticle = 250;
const start = Date.UTC(2015, 0, 1);

/** Writes what WordPress would export of so many comments, a kilobyte or so each; resolves with its bytes. */
export async function writeWxr(path: string, comments: number): Promise<number> {
  const file = createWriteStream(path);
  const dice = new Dice(1);
  await write(file, head);
  for (let first = 1; first <= comments; first += commentsOfArticle) {
    const last = Math.min(first + commentsOfArticle - 1, comments);
    await write(
      file,
      `<item><title>Bài số ${first}</title><link>https://bao.example/tin/bai-${first}.html</link>
<wp:post_id>${first}</wp:post_id><wp:comment_status>open</wp:comment_status><wp:status>publish</wp:status>
<wp:post_type>post</wp:post_type>\n`,
    );
    for (let id = first; id <= last; id += 1) {
      const parent = id > first && dice.chance(0.4) ? first + dice.below(id - first) : 0;
      await write(file, commentXml(id, parent, composeText('honest', dice)));
    }
    await write(file, '</item>\n');
  }
  file.end('</channel></rss>\n');
  await finished(file);
  return file.bytesWritten;
}

const head = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Báo</title>
<link>https://bao.example</link><wp:wxr_version>1.2</wp:wxr_version>\n`;

function commentXml(id: number, parent: number, text: string): string {
  const time = new Date(start + id * 180_000).toISOString().slice(0, 19).replace('T', ' ');
  return `<wp:comment><wp:comment_id>${id}</wp:comment_id>
<wp:comment_author><![CDATA[Bạn đọc ${id % 5000}]]></wp:comment_author>
<wp:comment_author_email><![CDATA[ban-doc-${id % 5000}@vd.example]]></wp:comment_author_email>
<wp:comment_author_url></wp:comment_author_url><wp:comment_author_IP>192.0.2.${id % 250}</wp:comment_author_IP>
<wp:comment_date><![CDATA[${time}]]></wp:comment_date><wp:comment_date_gmt><![CDATA[${time}]]></wp:comment_date_gmt>
<wp:comment_content><![CDATA[${text} <a href="https://vd.example/${id}">xem</a>]]></wp:comment_content>
<wp:comment_approved><![CDATA[${id % 20 === 0 ? 'spam' : 1}]]></wp:comment_approved><wp:comment_type><![CDATA[comment]]></wp:comment_type>
<wp:comment_parent>${parent}</wp:comment_parent><wp:comment_user_id>0</wp:comment_user_id></wp:comment>\n`;
}

async function write(file: ReturnType<typeof createWriteStream>, text: string): Promise<void> {
  if (!file.write(text)) await once(file, 'drain');
}
