import { html } from 'hono/html';
import type { QueuedComment } from '../../../comments/comment.ts';
import type { Span } from '../../../filter/finding.ts';
import type { Language } from '../../../language/language.ts';
import { renderMarked } from '../../body.ts';
import type { DeskWording } from '../../desk/wording.ts';
import { formatDuration, formatWait } from '../../duration.ts';
import type { Html } from '../../layout.ts';
import { ruleChip } from '../../rule-names.ts';
import { formatTime } from '../../time.ts';
import type { QueueContext } from '../../views.ts';
import { queueParameters } from '../address.ts';
import { foundIn } from '../found.ts';
import { rowMarks } from '../newsroom/marks.ts';
import { mayDecide } from '../pane/actions.ts';
import { claimMark } from './claim-mark.ts';
import { excerptOfRow } from './excerpt.ts';
import { riskMeter } from './risk.ts';
import { waitingSince } from './waiting.ts';

const lateMs = 30 * 60_000;

/** As one of the list, chosen or not, or as a sample of many that cannot be ticked. */
type Kind = 'plain' | 'chosen' | 'sample';

/** One comment in the list: who, about what, how it stands, and the beginning of what it says. */
export function queueRow(comment: QueuedComment, view: QueueContext, words: DeskWording, kind: Kind): Html {
  const { id, version, state, author, article } = comment;
  const here = kind === 'chosen';
  const { language } = view.moderator;
  const found = foundIn(comment, view);
  return html`<li class="row${here && ' is-here'}" id="r-${id}" data-id="${id}" data-version="${version}" data-state="${state}">
${kind !== 'sample' && tick(comment, words)}
<h3><a href="/moderation/comments/${id}?${queueParameters(view.asked)}"${here && html` aria-current="true"`}><bdi>${author ? renderMarked(author, { found: found.author, language }) : words.erasedAuthor}</bdi></a></h3>
<span class="mark" data-mark>${claimMark(comment, view, words)}</span>
<span class="about">${renderMarked(article.title || article.key, { found: found.title, language })}</span>
${riskMeter(comment, words)}
${waitOf(comment, view, words)}
<p class="text">${rowMarks(comment, view)}${chipOf(comment, view, words)} ${textOf(comment, found.body, language)}</p>
</li>`;
}

function tick(comment: QueuedComment, words: DeskWording): Html {
  const { id, version, author } = comment;
  return html`<label class="tick"><input type="checkbox" form="bulk" name="comment" value="${id}:${version}" aria-label="${words.select(author)}"${!mayDecide(comment) && html` disabled`}></label>`;
}

function chipOf({ findings, badge }: QueuedComment, { moderator }: QueueContext, words: DeskWording): Html {
  const first = findings.find(({ verdict }) => verdict !== 'pass') ?? findings[0];
  if (badge === 'newsroom') return html``;
  return first
    ? ruleChip(first.rule, moderator.language)
    : html`<span class="chip clean">${words.noSuspicion}</span>`;
}

function textOf({ body, findings, edited }: QueuedComment, found: readonly Span[], language: Language): Html {
  const excerpt = excerptOfRow(body, edited ? [] : findings, found);
  return renderMarked(excerpt.text, { ...excerpt, language });
}

/** How long it or its author's appeal has waited where it waits, else how long ago it came. */
function waitOf(comment: QueuedComment, { moderator, now }: QueueContext, words: DeskWording): Html {
  const { language } = moderator;
  const { since, said } = waitingSince(comment, words);
  const age = Math.max(0, now - since);
  const full = said ? `${said} ${formatDuration(age, language)}` : formatTime(since, language);
  return html`<time class="wait${said && age > lateMs && ' late'}" datetime="${new Date(since).toISOString()}" title="${full}">${formatWait(age, language)}</time>`;
}
