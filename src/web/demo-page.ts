import { html } from 'hono/html';
import { addressOf } from '../assets/address.ts';
import { commandLine } from '../world/command-line.ts';
import { demoArticle } from './demo-article.ts';
import { deskWording } from './desk/wording.ts';
import { script } from './files.ts';
import { type Html, layout } from './layout.ts';

export interface DemoView {
  publicUrl: string;
  /** Whether nobody can publish yet what is sent here. */
  awaitsOwner: boolean;
  /** Whether there are samples among the comments. */
  hasSamples: boolean;
  /** Whether the page may say who reads it. */
  mayVouch: boolean;
  /** The token of who reads it as a signed-in reader. */
  identity: string | null;
}

/** The first-run page: an article as a portal would set it, with the comments under it. */
export function demoPage(view: DemoView): Html {
  const { publicUrl, awaitsOwner, identity } = view;
  return layout({
    language: 'vi',
    title: demoArticle.title,
    styles: ['demo'],
    head: html`<link rel="alternate" type="application/atom+xml" title="Ý kiến bạn đọc" href="/feeds/demo/article.atom?${new URLSearchParams({ article: demoArticle.key })}">
${identity !== null && script('demo.js')}`,
    body: html`<header class="masthead"><div>
<p><strong>Cổng thông tin mẫu</strong> <span>Trang giới thiệu của binh-luan</span></p>
<nav class="row" aria-label="Trang khác"><a class="target" href="#nhung">Cách nhúng</a>
<a class="target" href="/moderation">Bàn duyệt bình luận</a> <a class="target" href="/docs">Tài liệu API</a></nav>
</div></header>
<main>
${awaitsOwner && html`<p class="notice">${deskWording.vi.signInFirst}</p>`}
${article()}
${comments(view)}
${embedding(publicUrl)}
</main>
<footer><p>Trang mẫu để xem thử phần bình luận. Nội dung bài viết là một bài đã đăng năm 2018.</p></footer>`,
  });
}

function article(): Html {
  const { title, date, lead, paragraphs, authors } = demoArticle;
  return html`<article>
<h1>${title}</h1>
<p class="date"><time datetime="${date.day}">${date.text}</time></p>
<p class="lead">${lead}</p>
${paragraphs.map((paragraph) => html`<p>${paragraph}</p>\n`)}
<p class="authors">${authors}</p>
</article>`;
}

/** Relative, so that it works under whatever name the visitor reached us by. */
function comments({ hasSamples, mayVouch, identity }: DemoView): Html {
  const { key } = demoArticle;
  return html`<aside id="y-kien" aria-label="Bình luận">
${hasSamples && html`<p class="as">Bình luận có chữ “(mẫu)” do dịch vụ đặt sẵn để xem thử, không phải của bạn đọc. Xóa tất cả bằng một lệnh: <code>${commandLine} demo clear</code></p>`}
${mayVouch && asReader(identity !== null)}
<div data-binh-luan data-site="demo" data-article="${key}"${identity !== null && html` data-identity="${identity}"`}></div>
<script src="${addressOf('embed.js')}" async></script>
<noscript><iframe src="${frameOf('')}" title="Bình luận" loading="lazy"></iframe></noscript>
</aside>`;
}

/** The two ways to look at the comments below. */
function asReader(isReader: boolean): Html {
  if (isReader)
    return html`<p class="as">Trang này vừa ký cho bạn là bạn đọc <strong>Minh Anh</strong>, đã đăng nhập. <a class="target" href="/#y-kien">Xem như khách</a></p>`;
  return html`<p class="as"><a class="target" href="/?as=reader#y-kien">Xem như bạn đọc đã đăng nhập</a></p>`;
}

function embedding(publicUrl: string): Html {
  return html`<section id="nhung" aria-labelledby="nhung-heading">
<h2 id="nhung-heading">Nhúng vào trang của bạn</h2>
<p>Dán hai dòng này vào nơi cần hiện bình luận. Khung bình luận tự lấy phông chữ, màu sắc và nền sáng hay tối của trang.</p>
${sample(
  'Hai dòng để dán',
  `<div data-binh-luan data-site="demo"></div>
<script src="${publicUrl}/embed.js" async></script>`,
)}
<p>Địa chỉ chuẩn của bài (<code>link rel="canonical"</code>) là khóa của bài viết; muốn đặt khóa khác thì thêm <code>data-article="…"</code>.</p>
<p>Phần sau dấu <code>?</code> không thuộc khóa: <code>/tin?id=1</code> và <code>/tin?id=2</code> chung một phần bình luận, trừ khi mỗi bài có <code>data-article</code> riêng.</p>
<p>Trang không dùng JavaScript chỉ cần một khung:</p>
${sample(
  'Khung để dán',
  `<iframe src="${frameOf(publicUrl)}"
  title="Bình luận" width="100%" height="900" loading="lazy"></iframe>`,
)}
</section>`;
}

function sample(label: string, lines: string): Html {
  return html`<pre tabindex="0" role="region" aria-label="${label}"><code>${lines}</code></pre>`;
}

function frameOf(publicUrl: string): string {
  return `${publicUrl}/embed/demo?${new URLSearchParams({ article: demoArticle.key })}`;
}
