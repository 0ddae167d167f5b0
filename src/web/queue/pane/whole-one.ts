import { html } from 'hono/html';
import type { QueuedComment } from '../../../comments/comment.ts';
import { renderMarked } from '../../body.ts';
import type { DeskWording } from '../../desk/wording.ts';
import type { Html } from '../../layout.ts';
import type { PaneContext } from '../../views.ts';
import { foundIn } from '../found.ts';
import { afterIt, beforeIt } from './around.ts';
import { barOf } from './bar.ts';
import { consentNote } from './consent-note.ts';
import { pastEvents, urgentEvents } from './events.ts';
import { findingsOf } from './findings.ts';
import { contextParts } from './pane-parts.ts';
import { topOf } from './top.ts';

/** One comment with everything that a moderator needs to decide about it, and the means. */
export function wholeOne(comment: QueuedComment, view: PaneContext, words: DeskWording): Html {
  const { id, version, state } = comment;
  return html`<article class="whole-one" id="c-${id}" tabindex="-1" data-id="${id}" data-version="${version}" data-state="${state}" aria-labelledby="a-${id}">
${topOf(comment, view, words)}
<div class="scroll" tabindex="0" role="group" aria-label="${words.commentBy(comment.author)}">${contentOf(comment, view, words)}</div>
${barOf(comment, view, words)}
</article>`;
}

function contentOf(comment: QueuedComment, view: PaneContext, words: DeskWording): Html {
  const { parent, body, edited, findings } = comment;
  const { language } = view.moderator;
  const consent = view.consents.get(comment.id);
  return html`${view.notice}
${urgentEvents(comment, view, words)}
${beforeIt(comment, view, words) || (parent && answered(parent, view, words))}
<p class="body typed" dir="auto">${renderMarked(body, { findings: edited ? [] : findings, found: foundIn(comment, view).body, language })}</p>
${afterIt(view, words)}
${findingsOf(comment, language, words)}
${pastEvents(comment, view, words)}
${consent && consentNote(consent, language, words)}
<div class="context">${contextParts(comment, view, words)}</div>`;
}

function answered(
  { author, body }: NonNullable<QueuedComment['parent']>,
  { moderator }: PaneContext,
  words: DeskWording,
): Html {
  if (author === '' && body === '') return html`<p class="hint">${words.replyTo}: ${words.commentErased}</p>`;
  return html`<blockquote class="parent"><p class="hint">${words.replyTo} <bdi>${author}</bdi></p>
<p class="typed" dir="auto">${renderMarked(body, moderator)}</p></blockquote>`;
}
