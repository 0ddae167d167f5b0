import { html } from 'hono/html';
import type { ArticleFigures } from '../../store/statistics/articles.ts';
import type { Html } from '../layout.ts';
import { formatNumber } from '../time.ts';
import { board, wideTable } from './board.ts';
import type { StatisticsView } from './page.ts';
import type { StatisticsWording } from './wording.ts';

/** Which articles readers write about most, and where those comments stand. */
export function articlesSection(view: StatisticsView, words: StatisticsWording): Html {
  const { articles } = view;
  const body = html`<p class="hint">${words.articlesHint}</p>
${wideTable(
  'articles',
  html`<thead><tr><th scope="col">${words.article}</th><th scope="col">${words.comments}</th>
<th scope="col">${words.states.pending}</th><th scope="col">${words.states.published}</th>
<th scope="col">${words.refused}</th></tr></thead>`,
  html`<tbody>${articles.map((article) => row(article, view))}</tbody>`,
)}`;
  return board(
    {
      name: 'articles',
      heading: words.articles,
      body: articles.length === 0 ? html`<p class="quiet">${words.articlesEmpty}</p>` : body,
    },
    view,
    words,
  );
}

function row(
  { site, key, title, comments, waiting, published, refused }: ArticleFigures,
  { moderator: { language }, sites }: StatisticsView,
): Html {
  const queue = `/moderation?${new URLSearchParams({ site, article: key })}`;
  const of =
    sites.length > 1 && html` <span class="hint">${sites.find(({ id }) => id === site)?.name}</span>`;
  return html`<tr><th scope="row"><a href="${queue}"><bdi>${title || key}</bdi></a>${of}</th>
${[comments, waiting, published, refused].map((count) => html`<td>${formatNumber(count, language)}</td>`)}</tr>`;
}
