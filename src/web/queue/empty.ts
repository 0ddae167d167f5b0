import { html } from 'hono/html';
import { icon } from '../desk/icons.ts';
import type { DeskWording } from '../desk/wording.ts';
import { formatDuration } from '../duration.ts';
import type { Html } from '../layout.ts';
import { formatNumber } from '../time.ts';
import type { QueueView } from '../views.ts';
import { isNarrowed, queueAddress, queueParameters } from './address.ts';

/** Nothing is left in this view; it still knows what it asks for, so that a script goes on asking. */
export function emptyQueue(view: QueueView, words: DeskWording): Html {
  const { tab, asked, moderator, now, today } = view;
  const narrowed = isNarrowed(asked);
  return html`<section class="rest" id="list" aria-labelledby="list-name">
${icon(narrowed ? 'search' : 'tea')}
<h2 id="list-name">${title(view, words)}</h2>
<p>${narrowed || tab !== 'pending' ? '' : words.doneLead}</p>
<p class="newer" role="status"><a class="act" id="newer" href="${queueAddress(asked)}" hidden></a></p>
${today && figures(today, view, words)}
${ways(view, words)}
<ol class="rows" id="queue" data-tab="${tab}" data-since="${new Date(now).toISOString()}" data-filter="${queueParameters(asked)}" data-language="${moderator.language}" hidden></ol>
</section>`;
}

function title({ asked, tab }: QueueView, words: DeskWording): string {
  if (isNarrowed(asked)) return words.noneMatch;
  return tab === 'pending' ? words.done : words.none[tab];
}

function figures(today: NonNullable<QueueView['today']>, { moderator }: QueueView, words: DeskWording): Html {
  const number = (value: number) => formatNumber(value, moderator.language);
  const figure = (value: string, name: string) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`;
  return html`<dl class="figures">
${figure(number(today.arrived), words.arrivedToday)}${figure(number(today.decided), words.decidedToday)}${figure(number(today.own), words.decidedByYou)}
${today.medianMs !== null && figure(formatDuration(today.medianMs, moderator.language), words.halfWaited)}</dl>`;
}

/** Where there is still something to do. */
function ways(view: QueueView, words: DeskWording): Html {
  const { asked, tab, counts, moderator } = view;
  const site = asked.site ? { site: asked.site } : {};
  const left = (['pending', 'appeals', 'reported', 'trusted', 'apart'] as const).filter(
    (name) => counts[name] > 0 && (name !== tab || isNarrowed(asked)),
  );
  return html`<p class="ways">${left.map(
    (name, at) =>
      html`<a class="act${at === 0 && ' main'}" href="${queueAddress({ ...site, state: name })}">${words.tabs[name]} <span class="count">${formatNumber(counts[name], moderator.language)}</span></a>`,
  )}${isNarrowed(asked) && html`<a class="act" href="${queueAddress({ ...site, state: tab })}">${words.clearFilter}</a>`}</p>`;
}
