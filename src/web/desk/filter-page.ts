import { html } from 'hono/html';
import type { Worth } from '../../filter/model/worth.ts';
import type { Quality } from '../../screening/quality.ts';
import type { PastComment } from '../../store/filter/past-comments.ts';
import { shorten } from '../body.ts';
import type { Html } from '../layout.ts';
import { formatNumber } from '../time.ts';
import type { FilterView } from '../views.ts';
import { deskLayout } from './desk-layout.ts';
import { type FilterWording, filterWording } from './filter-wording.ts';
import { judgeWorth } from './judge-worth.ts';
import { standing } from './standing.ts';

const mostShown = 20;

/** How a site tunes its filter: its words, tried on past comments before they are saved, and what it is worth. */
export function filterPage(view: FilterView): Html {
  const { moderator, saved } = view;
  const words = filterWording[moderator.language];
  return deskLayout({
    moderator,
    section: 'tuning',
    help: 'tuning',
    title: words.title,
    body: html`${saved && html`<p class="notice" role="status">${words.saved}</p>`}
${view.mistakes.length > 0 && html`<div class="notice bad" role="alert">${view.mistakes.map((mistake) => html`<p>${mistake[moderator.language]}</p>`)}</div>`}
${view.sites.length > 1 && chooseSite(view, words)}
${view.trial && trialResult(view.trial, view, words)}
${wordsForm(view, words)}
${quality(view, words)}
${judgeWorth(view)}`,
  });
}

function chooseSite({ sites, site }: FilterView, words: FilterWording): Html {
  return html`<form class="filter" method="get" action="/moderation/filter">
<div class="field"><label for="site">${words.site}</label>
<select id="site" name="site">${sites.map(
    ({ id, name }) => html`<option value="${id}"${id === site.id && html` selected`}>${name}</option>`,
  )}</select></div>
<button class="button">${words.show}</button></form>`;
}

function wordsForm({ site, words: given, shown, moderator }: FilterView, words: FilterWording): Html {
  const mayRemember = moderator.role === 'owner';
  return html`<section class="card" aria-labelledby="words-heading">
<h2 id="words-heading">${words.words}</h2>
<form class="words" method="post" action="/moderation/filter">
<input type="hidden" name="site" value="${site.id}">
${shown !== undefined && html`<input type="hidden" name="shown" value="${shown}">`}
<div class="pair">
${list('held', words.hold, words.holdHint, given.held)}
${list('passed', words.pass, words.passHint, given.passed)}
</div>
<p class="row"><button class="button" name="do" value="try">${words.try}</button>
${mayRemember ? html`<button class="button main" name="do" value="save">${words.save}</button>` : html`<span class="quiet">${words.ownerSaves}</span>`}</p>
</form></section>`;
}

function list(name: string, label: string, hint: string, given: readonly string[]): Html {
  return html`<div class="field"><label for="${name}">${label}</label>
<textarea id="${name}" name="${name}" rows="8" spellcheck="false" autocapitalize="off" aria-describedby="${name}-hint">
${given.join('\n')}</textarea>
<p class="hint" id="${name}-hint">${hint}</p></div>`;
}

function trialResult(trial: NonNullable<FilterView['trial']>, view: FilterView, words: FilterWording): Html {
  const { language } = view.moderator;
  const count = (rows: readonly unknown[]) => formatNumber(rows.length, language);
  return html`<section class="card told" role="status" aria-labelledby="trial-heading">
<h2 id="trial-heading">${words.trial(formatNumber(trial.judged, language))}</h2>
<h3>${words.held(count(trial.held))}</h3>${examples(trial.held, words)}
<h3>${words.freed(count(trial.freed))}</h3>${examples(trial.freed, words)}
</section>`;
}

function examples(comments: readonly PastComment[], words: FilterWording) {
  if (comments.length === 0) return '';
  return html`<ul class="logged">${comments
    .slice(0, mostShown)
    .map(
      ({ author, body, state }) =>
        html`<li><b><bdi>${author}</bdi></b> <q dir="auto">${shorten(body)}</q> <span class="quiet">${words.states[state]}</span></li>`,
    )}</ul>`;
}

function quality(view: FilterView, words: FilterWording): Html {
  const { language } = view.moderator;
  return html`<section class="card" aria-labelledby="quality-heading">
<h2 id="quality-heading">${words.quality}</h2>
${standing(view, words)}
${view.quality ? costs(view.quality, (value) => formatNumber(value, language), words) : html`<p class="quiet">${words.tooFew}</p>`}
</section>`;
}

function costs({ judged, costs }: Quality, number: (value: number) => string, words: FilterWording): Html {
  const percent = (share: number) => `${number(Math.round(share * 1000) / 10)}%`;
  const row = (
    name: string,
    from: number,
    one: Worth,
  ) => html`<tr><th scope="row">${name}</th><td>${percent(from)}</td>
<td>${number(one.heldWrongly)}</td><td>${number(one.publishedWrongly)}</td><td>${percent(one.auc)}</td></tr>`;
  return html`<p id="quality-over">${words.over(number(judged))}</p>
<div class="wide" tabindex="0" role="region" aria-labelledby="quality-over"><table><thead><tr><th scope="col">${words.by}</th><th scope="col">${words.from}</th>
<th scope="col">${words.heldGood}</th><th scope="col">${words.missedBad}</th><th scope="col">${words.auc}</th></tr></thead>
<tbody>${costs.map(
    ({ from, shipped, learned }) =>
      html`${row(words.shipped, from, shipped)}${learned && row(words.learned, from, learned)}`,
  )}</tbody></table></div>
<p class="quiet">${words.aucHint}</p>`;
}
