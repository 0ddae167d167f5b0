import { html } from 'hono/html';
import type { QueuedComment } from '../../../comments/comment.ts';
import type { Tab } from '../../../store/queue/queue-filter.ts';
import type { DeskWording } from '../../desk/wording.ts';
import type { Html } from '../../layout.ts';
import { formatNumber, renderTime } from '../../time.ts';
import type { PaneContext } from '../../views.ts';
import { type Asked, queueAddress } from '../address.ts';
import { newsroomWording } from '../newsroom/wording.ts';

const outcomes = [
  ['published', 'good'],
  ['rejected', 'bad'],
  ['spam', 'spam'],
] as const;

/** Who sent it, as far as is known: what else came from there, and whether it may send on. */
export function senderBlock(comment: QueuedComment, view: PaneContext, words: DeskWording): Html {
  return html`<section class="block sender"><h3>${words.sender}</h3>${known(comment, view, words)}</section>`;
}

function known(comment: QueuedComment, view: PaneContext, words: DeskWording): Html {
  const { sender, site, badge } = comment;
  const { language } = view.moderator;
  if (badge === 'newsroom') return html`<p class="hint">${newsroomWording[language].fromNewsroom}</p>`;
  if (sender.id === '') return html`<p class="hint">${words.senderErased}</p>`;
  const { blockedUntil } = sender;
  const blocked =
    blockedUntil !== null &&
    blockedUntil > view.now &&
    html`<p class="hint">${words.blockedUntil} ${renderTime(blockedUntil, language)}.</p>`;
  const all = outcomes.reduce((sum, [name]) => sum + sender[name], 0);
  if (all === 0) return html`<p class="hint">${words.senderNew}</p>${blocked}`;
  const asked: Asked = { state: tabOf(comment), site, sender: sender.id };
  const counted = outcomes.map(
    ([name, colour]) =>
      html`<b class="${colour}">${formatNumber(sender[name], language)}</b> ${words.tabs[name].toLowerCase()}`,
  );
  return html`<p><a data-history href="${queueAddress(asked)}"><span class="unseen">${words.senderHistory}: </span>${counted[0]} · ${counted[1]} · ${counted[2]}</a></p>
${shares(sender, all)}${blocked}`;
}

function shares(sender: QueuedComment['sender'], all: number): Html {
  let done = 0;
  const parts = outcomes.map(([name, colour]) => {
    const [x, width] = [(done / all) * 100, (sender[name] / all) * 100];
    done += sender[name];
    return html`<rect class="${colour}" x="${x.toFixed(1)}%" width="${width.toFixed(1)}%" height="100%"/>`;
  });
  return html`<svg class="share" aria-hidden="true">${parts}</svg>`;
}

/** The comments that say nearly the same. */
export function alikeBlock(comment: QueuedComment, { moderator }: PaneContext, words: DeskWording): Html {
  const { alike, id, site } = comment;
  const count = `${formatNumber(alike, moderator.language)}${alike >= 99 ? '+' : ''}`;
  const asked: Asked = { state: tabOf(comment), site, like: id };
  return html`<section class="block"><h3>${words.alikeName}</h3><p${alike === 0 && html` class="hint"`}>${
    alike === 0 ? words.alikeNone : html`<a href="${queueAddress(asked)}">${words.alike(count)}</a>`
  }</p></section>`;
}

/** Where others like it are looked for first. */
function tabOf({ state, apart }: QueuedComment): Tab {
  if (apart) return 'apart';
  return state === 'withdrawn' ? 'pending' : state;
}
