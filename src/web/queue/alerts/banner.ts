import { html } from 'hono/html';
import type { Moderator } from '../../../moderators/moderator.ts';
import type { LongQueue, SilentChannels } from '../../../store/notices/alerts.ts';
import type { Html } from '../../layout.ts';
import { formatNumber } from '../../time.ts';
import { type AlertWording, alertWording } from './wording.ts';

export interface Alerts {
  longQueues: readonly LongQueue[];
  silentChannels: readonly SilentChannels[];
}

/** What somebody should look after: queues that wait too long, and for owners channels that are told nothing. */
export function alertBanner({ longQueues, silentChannels }: Alerts, { language }: Moderator): Html | false {
  if (longQueues.length + silentChannels.length === 0) return false;
  const words = alertWording[language];
  const count = (value: number) => formatNumber(value, language);
  return html`<div class="notice alerts" role="status"><ul>
${longQueues.map((queue) => longLine(queue, count, words))}
${silentChannels.map(
  ({ site, name, channels }) =>
    html`<li><span>${words.silent(name, count(channels))}</span> <a class="target" href="/moderation/sites/${site}/channels">${words.channels}</a></li>\n`,
)}</ul></div>`;
}

function longLine(
  { site, name, count: most, minutes }: LongQueue,
  count: (value: number) => string,
  words: AlertWording,
): Html {
  const said = most > 0 ? words.waits(count(most), count(minutes)) : words.anyWaits(count(minutes));
  return html`<li><span><b>${words.tooLong(name)}</b>: ${said}</span> <a class="target" href="/moderation?site=${site}&amp;sort=oldest">${words.oldest}</a></li>\n`;
}
