import { html } from 'hono/html';
import type { Tab } from '../../store/queue/queue-filter.ts';
import type { MatchingSample } from '../../store/queue/sample.ts';
import { fixedLayout } from '../desk/desk-layout.ts';
import { icon } from '../desk/icons.ts';
import { type DeskWording, deskWording } from '../desk/wording.ts';
import type { Html } from '../layout.ts';
import { formatNumber } from '../time.ts';
import type { QueueContext } from '../views.ts';
import { queueAddress } from './address.ts';
import { bulkForm } from './bulk-form.ts';
import { bulkMakeup } from './bulk-makeup.ts';
import { queueRow } from './list/row.ts';

export interface BulkView extends QueueContext {
  tab: Tab;
  sample: MatchingSample;
  /** So many can be decided at once. */
  most: number;
  /** Why nothing was decided, and what was said for it. */
  refused?: string;
  said?: { reason: string; note: string } | null;
}

/** All that match a filter: some of them, how they are made up, and one decision for all. */
export function bulkPage(view: BulkView): Html {
  const { moderator, sample, most, asked } = view;
  const words = deskWording[moderator.language];
  const count = formatNumber(Math.min(sample.matching, most), moderator.language);
  const decidable = sample.matching > 0 && sample.matching <= most;
  return fixedLayout({
    moderator,
    section: 'queue',
    help: 'decide',
    title: words.bulkTitle,
    searched: { tab: view.tab, site: asked.site, q: asked.q },
    body: html`<main class="desk mass" id="main" tabindex="-1" data-moderator="${moderator.id}">
${sampled(view, words)}
<p class="last">${words.bulkNothingYet}</p>
<section class="pane" aria-labelledby="bulk-title"><div class="whole-one"><header class="top">
<a class="back" href="${queueAddress(asked)}">${icon('left')}${words.list}</a>
<h1 id="bulk-title">${sample.matching > most ? words.bulkTitle : words.bulkOf(count)}</h1>
<p class="meta hint">${decidable ? words.bulkWarning : lead(view, count, words)}</p></header>
<div class="scroll" tabindex="0" role="group" aria-labelledby="bulk-title">${bulkMakeup(view, words)}</div>
${decidable && bulkForm(view, count, words)}</div></section></main>`,
  });
}

function sampled(view: BulkView, words: DeskWording): Html {
  const { comments, matching } = view.sample;
  const { language } = view.moderator;
  const [shown, all] = [comments.length, matching].map((count) => formatNumber(count, language));
  return html`<section class="list" aria-labelledby="list-name">
<div class="head"><h2 id="list-name">${words.sampleOf(shown ?? '', all ?? '')}</h2></div>
<ol class="rows" tabindex="0" aria-labelledby="list-name">${comments.map((comment) => queueRow(comment, view, words, 'sample'))}</ol></section>`;
}

function lead({ sample, most }: BulkView, count: string, words: DeskWording): string {
  return sample.matching > most ? words.bulkMany(count) : words.bulkNone;
}
