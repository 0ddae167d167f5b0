import { html } from 'hono/html';
import type { QueuedComment } from '../../../comments/comment.ts';
import type { Language } from '../../../language/language.ts';
import { isInNetworks, isReader } from '../../../world/networks.ts';
import type { Html } from '../../layout.ts';
import { renderTime } from '../../time.ts';
import type { PaneContext } from '../../views.ts';
import { carriedOf, hiddenFields } from './fields.ts';
import { senderWording } from './wording.ts';

const blockHours = [1, 24, 168, 720] as const;

/** Among what else may be done about a comment: to hold all of its sender, and to block them. */
export function senderTools(comment: QueuedComment, view: PaneContext): Html {
  const { sender, badge, id } = comment;
  if (badge === 'newsroom' || sender.id === '') return html``;
  const about = { ...sender, comment: id, carried: carriedOf(view, id), now: view.now };
  return html`${holdForm(about, view.moderator.language)}
${blockForm(about, view.moderator.language)}`;
}

export interface AboutSender extends Pick<QueuedComment['sender'], 'id' | 'held' | 'blockedUntil'> {
  /** A comment of theirs. */
  comment: string;
  carried: Readonly<Record<string, string>>;
  now: number;
}

export function holdForm({ id, held, comment, carried }: AboutSender, language: Language): Html {
  const words = senderWording[language];
  const form = (inside: Html) =>
    html`<form class="sub" method="post" action="/moderation/comments/${comment}/hold">${hiddenFields(carried)}${inside}</form>`;
  if (held) return form(html`<button class="act" name="do" value="release">${words.release}</button>`);
  return html`<details class="asks"><summary>${words.hold}</summary>
${form(html`<p class="hint">${words.holdHint}</p>
<label class="field">${words.holdReason}<input name="reason" maxlength="300" autocomplete="off"></label>
${wideBox(id, language)}
<button class="act warn" name="do" value="hold">${words.holdNow}</button>`)}</details>`;
}

export function blockForm(
  { id, blockedUntil, comment, carried, now }: AboutSender,
  language: Language,
): Html {
  const words = senderWording[language];
  const isBlocked = blockedUntil !== null && blockedUntil > now;
  return html`<form class="sub" method="post" action="/moderation/comments/${comment}/block">${hiddenFields(carried)}
${
  isBlocked
    ? html`<p class="hint">${words.blockedUntil} ${renderTime(blockedUntil, language)}.</p>
<button class="act" name="hours" value="0">${words.unblock}</button>`
    : html`<p class="hint">${whatBlocks(id, language)}</p>
${wideBox(id, language)}
<p class="hours">${blockHours.map((hours) => html`<button class="act" name="hours" value="${hours}">${words.blockHours[hours]}</button>`)}</p>`
}</form>`;
}

function whatBlocks(sender: string, language: Language): Html {
  const words = senderWording[language];
  return isReader(sender)
    ? html`<b>${words.blockPerson}.</b> ${words.blockPersonHint}`
    : html`<b>${words.block}.</b> ${words.blockHint}`;
}

/** Only where there is a network that is wider than a household's. */
function wideBox(sender: string, language: Language): Html {
  return html`${isInNetworks(sender) && html`<label class="tick"><input type="checkbox" name="wide" value="yes"> ${senderWording[language].wide}</label>`}`;
}
