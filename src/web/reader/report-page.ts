import { html } from 'hono/html';
import type { PublicArticle } from '../../articles/article.ts';
import type { PublicComment } from '../../comments/comment.ts';
import type { FieldError } from '../../problem.ts';
import type { Site } from '../../sites/site.ts';
import { shorten } from '../body.ts';
import { field, mistakesOf, unplaced } from '../field.ts';
import { moduleScript, script } from '../files.ts';
import { type Html, layout } from '../layout.ts';
import { renderTime } from '../time.ts';
import { anchorOf } from './frame-address.ts';
import { type ReportWording, reportWording } from './report-wording.ts';

/** A reader's report of one comment: to be written, or just sent. */
export interface ReportView {
  site: Site;
  comment: PublicComment;
  article: PublicArticle;
  /** The order in which the reader had the comments. */
  sort: 'newest' | 'oldest';
  typed: { reason: string; details: string };
  errors: readonly FieldError[];
  /** What is wrong with the whole, not with a field. */
  failure: string | null;
  sent: boolean;
}

/** The frame's page about one comment, short to link to: its article is known from the comment. */
export function reportAddress(site: Site, commentId: string, sort: ReportView['sort']): string {
  return `/embed/${site.id}/comments/${commentId}/report${sort === 'oldest' ? '?sort=oldest' : ''}`;
}

export function reportPage(view: ReportView): Html {
  const { site, sent } = view;
  const words = reportWording[site.language];
  const title = sent ? words.thanks : words.title;
  return layout({
    language: site.language,
    title: `${title} - ${site.name}`,
    styles: ['frame', 'report'],
    head: html`<meta name="robots" content="noindex">
${script('theme.js')}
${moduleScript('report.js')}`,
    body: html`<main class="frame report" aria-labelledby="heading">
<h1 id="heading" tabindex="-1">${title}</h1>
<p>${sent ? words.after : words.before}</p>
${comment(view, words)}
${sent ? html`<p>${back(view, words)}</p>` : form(view, words)}
</main>`,
  });
}

function comment({ comment, site }: ReportView, words: ReportWording): Html {
  const { author, body, createdAt } = comment;
  return html`<article class="quoted" aria-label="${words.comment}">
<p class="quiet"><b><bdi>${author}</bdi></b> ${renderTime(createdAt, site.language)}</p>
<p dir="auto">${shorten(body)}</p>
</article>`;
}

function form(view: ReportView, words: ReportWording): Html {
  const { site, comment, sort, typed, errors } = view;
  return html`${failure(view)}
<form method="post" action="${reportAddress(site, comment.id, sort)}" novalidate>
${reasons(view, words)}
${field({
  name: 'details',
  label: words.details,
  hint: words.detailsHint,
  mistakes: mistakesOf(errors, ['details'], site.language),
  input: (more) => html`<textarea id="details" name="details" rows="3"${more}>
${typed.details}</textarea>`,
})}
<p class="row actions"><button class="button main">${words.send}</button>${back(view, words)}</p>
</form>`;
}

function reasons({ errors, typed }: ReportView, words: ReportWording): Html {
  const wrong = errors.some((error) => error.field === 'reason');
  const choices = Object.entries(words.reasons).map(
    ([reason, label]) =>
      html`<label><input type="radio" name="reason" value="${reason}" required${
        typed.reason === reason && html` checked`
      }> ${label}</label>\n`,
  );
  return html`<fieldset role="radiogroup"${
    wrong && html` aria-invalid="true" aria-describedby="reason-mistake"`
  }>
<legend>${words.why}</legend>
${wrong && html`<p class="mistake" id="reason-mistake">${words.choose}</p>`}
${choices}</fieldset>`;
}

function failure({ failure, errors, site }: ReportView) {
  const sentences = [
    ...(failure ? [failure] : []),
    ...unplaced(errors, ['reason', 'details'], site.language),
  ];
  if (sentences.length === 0) return '';
  return html`<div id="failure" class="notice bad" role="alert" tabindex="-1"><p>${sentences.join(' ')}</p></div>`;
}

function back({ site, article, comment, sort }: ReportView, words: ReportWording): Html {
  const { key, title, url } = article;
  const query = new URLSearchParams({ article: key, title: title ?? '', url: url ?? '', sort });
  return html`<a class="target" href="/embed/${site.id}?${query}#${anchorOf(comment.id)}">${words.back}</a>`;
}
