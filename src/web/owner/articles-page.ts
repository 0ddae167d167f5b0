import { html } from 'hono/html';
import type { Language } from '../../language/language.ts';
import type { Moderator } from '../../moderators/moderator.ts';
import type { Site } from '../../sites/site.ts';
import type { ArticleSort, ListedArticle } from '../../store/articles/listed-articles.ts';
import type { Html } from '../layout.ts';
import { formatNumber, renderTime } from '../time.ts';
import { ownerLayout } from './navigation.ts';
import { type OwnerWording, ownerWording } from './wording.ts';

export interface ArticlesView {
  moderator: Moderator;
  sites: readonly Site[];
  articles: readonly ListedArticle[];
  nextCursor: string | null;
  asked: {
    site?: string | undefined;
    q?: string | undefined;
    sort: ArticleSort;
    cursor?: string | undefined;
  };
}

/** The articles with comments, and whether they take more. */
export function articlesPage(view: ArticlesView): Html {
  const { moderator, articles, nextCursor, asked } = view;
  const words = ownerWording[moderator.language];
  return ownerLayout({
    moderator,
    part: 'articles',
    help: 'articles',
    title: words.articles,
    body: html`${filter(view, words)}
${articles.length === 0 && html`<p class="empty">${words.noArticles}</p>`}
<ol class="stack">${articles.map((article) => html`<li>${card(article, view, words)}</li>\n`)}</ol>
${articles.length > 1 && bulkForm(view, words)}
${nextCursor && html`<p><a class="button" rel="next" href="/moderation/articles?${parametersOf({ ...asked, cursor: nextCursor })}">${words.next}</a></p>`}`,
  });
}

function filter({ sites, asked }: ArticlesView, words: OwnerWording): Html {
  const option = ({ id, name }: Site) =>
    html`<option value="${id}"${id === asked.site && html` selected`}>${name}</option>`;
  const choice = html`<div class="field"><label for="site">${words.sites}</label>
<select id="site" name="site"><option value="">${words.anySite}</option>${sites.map(option)}</select></div>`;
  return html`<form class="filter" method="get" action="/moderation/articles" role="search">
${sites.length > 1 && choice}
<div class="field"><label for="q">${words.search}</label><input id="q" name="q" type="search" value="${asked.q ?? ''}" maxlength="200"></div>
<div class="field"><label for="sort">${words.sort}</label>
<select id="sort" name="sort">${Object.entries(words.sorts).map(([name, label]) => html`<option value="${name}"${name === asked.sort && html` selected`}>${label}</option>`)}</select></div>
<button class="button">${words.filter}</button>
${(asked.site || asked.q) && html`<a class="target" href="/moderation/articles">${words.clearFilter}</a>`}
</form>`;
}

function card(article: ListedArticle, view: ArticlesView, words: OwnerWording): Html {
  const { id, site, key, title, published, createdAt, state, counts } = article;
  const { language } = view.moderator;
  const name = view.sites.find((one) => one.id === site)?.name ?? site;
  const comments = new URLSearchParams({ article: key, site, state: 'published' });
  return html`<article class="card" aria-labelledby="article-${id}">
<header><h2 id="article-${id}"><label class="target"><input type="checkbox" form="bulk" name="article" value="${id}" aria-label="${words.choose(title || key)}"> <a href="/moderation/articles/${id}"><bdi>${title || words.untitled}</bdi></a></label></h2> <code>${key}</code></header>
<p class="quiet">${view.sites.length > 1 && html`${name} · `}${words.published(formatNumber(published, language))}${others(counts, words, language)} · ${words.since} ${renderTime(createdAt, language)} · <b>${words.states[state]}</b></p>
<div class="row">
<a class="target" href="/moderation?${comments}" aria-describedby="article-${id}">${words.comments}</a>
${openForm(article, view, words)}
</div></article>`;
}

/** How many wait or were refused, where there are any. */
function others(counts: ListedArticle['counts'], words: OwnerWording, language: Language): string {
  const shown = (['pending', 'rejected', 'spam'] as const).filter((name) => counts[name] > 0);
  return shown.map((name) => ` · ${words.counted[name](formatNumber(counts[name], language))}`).join('');
}

function bulkForm({ asked }: ArticlesView, words: OwnerWording): Html {
  return html`<form class="row" id="bulk" method="post" action="/moderation/articles">
<input type="hidden" name="back" value="${parametersOf(asked)}">
<button class="button" name="open" value="no">${words.closeChosen}</button>
<button class="button" name="open" value="yes">${words.reopenChosen}</button></form>`;
}

/** What closed by its age is not opened by a button, but by the site's setting. */
function openForm({ id, state }: ListedArticle, { asked }: ArticlesView, words: OwnerWording) {
  if (state === 'too-old') return '';
  return html`<form method="post" action="/moderation/articles">
<input type="hidden" name="article" value="${id}"><input type="hidden" name="back" value="${parametersOf(asked)}">
<button class="button" name="open" value="${state === 'open' ? 'no' : 'yes'}" aria-describedby="article-${id}">${state === 'open' ? words.close : words.reopen}</button></form>`;
}

function parametersOf({ site, q, sort, cursor }: ArticlesView['asked']): string {
  const given = Object.entries({ site, q, sort: sort === 'newest' ? '' : sort, cursor });
  return new URLSearchParams(
    given.flatMap(([name, value]) => (value ? [[name, value] as [string, string]] : [])),
  ).toString();
}
