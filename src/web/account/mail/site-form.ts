import { html } from 'hono/html';
import type { SiteChoices } from '../../../store/notices/digest-choices.ts';
import { box, field, mistakesOf } from '../../field.ts';
import type { Html } from '../../layout.ts';
import type { AccountView } from '../page.ts';
import type { MailWording } from './wording.ts';

type Typed = Partial<Record<string, string>>;

/** What a moderator is told of a site, and the form that changes it. */
export function siteForm(chosen: SiteChoices, view: AccountView, words: MailWording): Html {
  const { site, name } = chosen;
  const isRefused = view.refused?.form === 'digest' && view.typed.site === site;
  const isOpen = isRefused || view.mail.sites.length === 1;
  const typed = isRefused ? view.typed : formOf(chosen);
  const option = (value: SiteChoices['choice']) =>
    html`<label class="target"><input type="radio" name="choice" value="${value}" required${typed.choice === value && html` checked`}>
<span>${words.choices[value]}</span></label>\n`;
  const put = (what: 'minutes' | 'at', more: Html) =>
    field({
      name: `mail-${site}-${what}`,
      label: words[what],
      mistakes: isRefused ? mistakesOf(view.refused?.errors ?? [], [what], view.moderator.language) : [],
      input: (ties) =>
        html`<input id="mail-${site}-${what}" name="${what}" value="${typed[what] ?? ''}" ${more}${ties}>`,
    });
  return html`<details${isOpen && html` open`}><summary><span class="target"><span><b><bdi>${name}</bdi></b> <span class="quiet">${shortly(chosen, words)}</span></span></span></summary>
<form class="stack" method="post" action="/moderation/account/mail/digest">
<input type="hidden" name="site" value="${site}">
<fieldset><legend>${words.choice}</legend>${(['never', 'waiting', 'daily'] as const).map(option)}</fieldset>
${put('minutes', html`type="number" min="5" max="1440"`)}
${put('at', html`type="time"`)}
<fieldset><legend>${words.atOnce}</legend>${box('appeals', 'yes', words.appeals, typed.appeals === 'yes')}${box('reports', 'yes', words.reports, typed.reports === 'yes')}</fieldset>
<p><button class="button main" aria-label="${words.saveOf(name)}">${words.save}</button></p></form></details>`;
}

function formOf({ choice, minutes, minuteOfDay, appeals, reports }: SiteChoices): Typed {
  return {
    choice,
    minutes: String(minutes),
    at: timeOf(minuteOfDay),
    ...(appeals && { appeals: 'yes' }),
    ...(reports && { reports: 'yes' }),
  };
}

function timeOf(minuteOfDay: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minuteOfDay / 60))}:${two(minuteOfDay % 60)}`;
}

function shortly(
  { choice, minutes, minuteOfDay, appeals, reports }: SiteChoices,
  words: MailWording,
): string {
  const { short } = words;
  const queue = {
    never: short.never,
    waiting: short.waiting(minutes),
    daily: short.daily(timeOf(minuteOfDay)),
  };
  return [queue[choice], appeals && short.appeals, reports && short.reports].filter(Boolean).join(', ');
}
