import { html } from 'hono/html';
import type { Moderator } from '../../moderators/moderator.ts';
import type { FieldError } from '../../problem.ts';
import type { Site } from '../../sites/site.ts';
import type { ShownArticle } from '../../store/articles/shown-article.ts';
import { actWording } from '../desk/act-wording.ts';
import { undoActForm } from '../desk/undo-act-form.ts';
import type { Html } from '../layout.ts';
import { formatNumber, renderTime } from '../time.ts';
import { type ArticleWording, articleWording } from './article-wording.ts';
import { choiceField, type FilledForm, mistakesNotice, textField } from './fields.ts';
import { ownerLayout } from './navigation.ts';
import { ownerWording } from './wording.ts';

export interface ArticleView {
  moderator: Moderator;
  site: Site;
  article: ShownArticle;
  form: FilledForm['form'];
  errors: readonly FieldError[];
  /** What was just done, and the act that undoes it. */
  done: 'said' | 'moved' | 'merged' | null;
  act: string | null;
}

/** One article: who named it and when, its comments by state, what it takes, and where it may go. */
export function articlePage(view: ArticleView): Html {
  const { moderator, article, form, errors } = view;
  const { language } = moderator;
  const words = articleWording[language];
  const filled: FilledForm = { form, errors, language };
  return ownerLayout({
    moderator,
    part: 'articles',
    help: 'articles',
    title: article.title || ownerWording[language].untitled,
    body: html`${notice(view, words)}${mistakesNotice(filled, ownerWording[language].mistakes)}
${standing(view, words)}
${wordForm(view, filled, words)}
${settingsForm(view, words)}
${moderator.role === 'owner' && moveForm(view, filled, words)}
<p><a class="target" href="/moderation/articles">${ownerWording[language].back}</a></p>`,
  });
}

function notice({ done, act, moderator }: ArticleView, words: ArticleWording) {
  if (done === null) return '';
  return html`<div class="notice" role="status"><p>${words.done[done]}</p>
${act && moderator.role === 'owner' && undoActForm(act, actWording[moderator.language])}</div>`;
}

function standing({ article, moderator: { language } }: ArticleView, words: ArticleWording): Html {
  const counts = (['pending', 'published', 'rejected', 'spam'] as const).map((state) => {
    const query = new URLSearchParams({ article: article.key, site: article.site, state });
    return html`<li><a href="/moderation?${query}">${words.states[state]}: ${formatNumber(article.counts[state], language)}</a></li>`;
  });
  return html`<section class="card" aria-label="${words.standing}">
<dl class="facts"><dt>${words.key}</dt><dd><code>${article.key}</code></dd>
${article.aliases.length > 0 && html`<dt>${words.aliases}</dt><dd>${article.aliases.map((key) => html`<code>${key}</code> `)}</dd>`}
${article.url && html`<dt>${words.url}</dt><dd><a href="${article.url}" target="_blank" rel="noopener">${article.url}</a></dd>`}
<dt>${words.namedBy}</dt><dd>${naming(article, language, words)}</dd></dl>
<ul class="row around">${counts}</ul></section>`;
}

function naming({ said, namedBy }: ShownArticle, language: Moderator['language'], words: ArticleWording) {
  if (said.at !== null && (said.title || said.url))
    return html`${words.site}${said.by && html` (<bdi>${said.by}</bdi>)`}, ${renderTime(said.at, language)}`;
  if (!namedBy) return words.nobody;
  return html`<a href="/moderation/comments/${namedBy.id}">${words.comment} <bdi>${namedBy.author}</bdi></a>, ${renderTime(namedBy.at, language)}`;
}

function wordForm({ article }: ArticleView, filled: FilledForm, words: ArticleWording): Html {
  return html`<section class="card" aria-labelledby="word-heading"><h2 id="word-heading">${words.word}</h2>
<form class="stack" method="post" action="/moderation/articles/${article.id}/word">
${textField(filled, 'title', { label: words.title, hint: words.titleHint }, html` maxlength="300"`)}
${textField(filled, 'url', { label: words.url }, html` type="url" maxlength="2048"`)}
<p><button class="button main">${words.save}</button></p></form></section>`;
}

function settingsForm({ article, site, moderator }: ArticleView, words: ArticleWording): Html {
  const form = { open: article.state === 'closed' ? 'no' : 'yes', moderation: article.moderation ?? '' };
  const filled: FilledForm = { form, errors: [], language: moderator.language };
  const asSite = `${words.asSite} (${words.moderations[site.moderation]})`;
  return html`<section class="card" aria-labelledby="settings-heading"><h2 id="settings-heading">${words.settings}</h2>
<form class="stack" method="post" action="/moderation/articles/${article.id}/settings">
${choiceField(filled, 'open', { label: words.takes, ...(article.state === 'too-old' && { hint: words.tooOld }) }, words.open)}
${moderator.role === 'owner' && choiceField(filled, 'moderation', { label: words.moderation }, { '': asSite, ...words.moderations })}
<p><button class="button main">${words.save}</button></p></form></section>`;
}

function moveForm({ article }: ArticleView, filled: FilledForm, words: ArticleWording): Html {
  const asked = { ...filled, form: { to: filled.form.to ?? '' } };
  return html`<section class="card" aria-labelledby="move-heading"><h2 id="move-heading">${words.move}</h2>
<form class="stack" method="post" action="/moderation/articles/${article.id}/move">
${textField(asked, 'to', { label: words.to, hint: words.toHint }, html` maxlength="512" required`)}
<label class="target"><input type="checkbox" name="alias" value="yes" checked> <span>${words.alias}</span></label>
<p><button class="button main">${words.moveNow}</button></p></form></section>`;
}
