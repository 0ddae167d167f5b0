import { html } from 'hono/html';
import type { Action, QueuedComment, State } from '../comments/comment.ts';
import type { Finding } from '../filter/finding.ts';
import type { Language } from '../language.ts';
import { excerptOf, renderMarked } from './body.ts';
import { deed } from './deed.ts';
import type { DeskWording } from './desk-wording.ts';
import type { Html } from './layout.ts';
import { queueParameters } from './queue-address.ts';
import { renderTime } from './time.ts';
import type { QueueView } from './views.ts';

/** What can be done about a comment in a state; the reason goes with `reject`. */
const actionsIn: Readonly<Record<State, readonly Action[]>> = {
  pending: ['publish', 'reject', 'spam'],
  published: ['reject', 'spam', 'restore'],
  rejected: ['publish', 'spam', 'restore'],
  spam: ['publish', 'reject', 'restore'],
  withdrawn: [],
};

/** One comment with everything a moderator needs to decide about it. */
export function queueCard(comment: QueuedComment, view: QueueView, words: DeskWording): Html {
  const { id, author, body, findings, createdAt } = comment;
  const { language } = view.moderator;
  return html`<article class="card" id="c-${id}" aria-labelledby="author-${id}">
<header>
<h2 id="author-${id}"><bdi>${author}</bdi></h2>
<p class="risk">${riskText(comment.risk, words)}</p>
<p class="quiet">${renderTime(createdAt, language)} ${words.on} ${articleName(comment, view, words)}</p>
</header>
<p class="body" dir="auto">${renderMarked(body, findings)}</p>
${findings.length > 0 ? reasons(comment, view, words) : html`<p class="quiet">${words.noFindings}</p>`}
${comment.decided && decidedLine(comment.decided, view, words)}
${actionsIn[comment.state].length > 0 && decisionForm(comment, view, words)}
</article>`;
}

function articleName({ site, article }: QueuedComment, { sites }: QueueView, words: DeskWording): Html {
  const owner = sites.find((one) => one.id === site);
  const title = article.title || article.key || words.untitled;
  const linked = isOf(owner?.origins ?? [], article.url);
  return html`${linked ? html`<a href="${article.url}" target="_blank" rel="noopener">${title}</a>` : html`<span>${title}</span>`}
${sites.length > 1 && html` (${owner?.name ?? site})`}`;
}

/** Articles are named by strangers, so only addresses of the site itself are worth a link. */
function isOf(origins: readonly string[], address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, origin } = new URL(address);
  return ['http:', 'https:'].includes(protocol) && origins.includes(origin);
}

function riskText(risk: number, words: DeskWording): string {
  const level = risk < 0.3 ? 'low' : risk < 0.7 ? 'middle' : 'high';
  return `${words.risk} ${Math.min(99, Math.round(risk * 100))}% (${words.risks[level]})`;
}

/** Every reason once, with all the words that it is about; only remarks where nothing holds the comment. */
function reasons({ findings, body }: QueuedComment, view: QueueView, words: DeskWording): Html {
  const { language } = view.moderator;
  const held = findings.some(({ verdict }) => verdict !== 'pass');
  const alike = Map.groupBy(findings, ({ rule, message }) => `${rule} ${message[language]}`);
  return html`<h3>${held ? words.findings : words.remarks}</h3>
<ul class="findings">${[...alike.values()].map((same) => reason(same, body, language))}</ul>`;
}

function reason(same: readonly Finding[], body: string, language: Language): Html {
  const [first] = same;
  const excerpts = new Set(same.map((finding) => excerptOf(body, finding)).filter((excerpt) => excerpt));
  return html`<li><code>${first?.rule}</code> ${first?.message[language]}${[...excerpts].map((excerpt) => html` <q>${excerpt}</q>`)}</li>`;
}

function decidedLine(
  decided: NonNullable<QueuedComment['decided']>,
  view: QueueView,
  words: DeskWording,
): Html {
  return html`<p class="quiet"><bdi>${decided.by}</bdi> ${deed(decided.action, words.thisComment, words)}, ${renderTime(decided.at, view.moderator.language)}.
${decided.reason && html`${words.because}: ${decided.reason}`}</p>`;
}

function decisionForm(comment: QueuedComment, view: QueueView, words: DeskWording): Html {
  const { id, version, author, state } = comment;
  const rejects = actionsIn[state].includes('reject');
  const others = actionsIn[state].filter((action) => action !== 'reject' && action !== 'publish');
  return html`<form class="decision" method="post" action="/moderation/decisions" aria-label="${words.decide(author)}">
${rejects && html`<button class="unseen" name="action" value="reject" tabindex="-1" aria-hidden="true">${words.actions.reject}</button>`}
<input type="hidden" name="id" value="${id}">
<input type="hidden" name="version" value="${version}">
<input type="hidden" name="back" value="${queueParameters(view.query)}">
${actionsIn[state].includes('publish') && html`<div>${button('publish', words)}</div>`}
${rejects && rejection(id, words)}
<div class="row">${others.map((action) => button(action, words))}</div>
</form>`;
}

/** Enter in the reason rejects, through the unseen first button: it must never publish. */
function rejection(id: string, words: DeskWording): Html {
  return html`<div class="rejection"><div class="field">
<label for="reason-${id}">${words.reason}</label>
<p class="hint" id="hint-${id}">${words.reasonHint}</p>
<input id="reason-${id}" name="reason" maxlength="500" autocomplete="off" aria-describedby="hint-${id}">
</div>${button('reject', words)}</div>`;
}

function button(action: Action, words: DeskWording): Html {
  return html`<button class="button ${action}" name="action" value="${action}">${words.actions[action]}</button>`;
}
