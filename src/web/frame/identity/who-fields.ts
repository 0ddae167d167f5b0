import { html } from 'hono/html';
import { type Mistake, mistakesOf } from '../../field.ts';
import type { Html } from '../../layout.ts';
import { formField, prefixOf } from '../form-field.ts';
import type { FrameWording } from '../frame-wording.ts';
import type { FormView, ThreadView } from '../thread-view.ts';
import { badgeMark } from './badge-mark.ts';

/** Who writes: what they say of themselves, or what their site has said of them already. */
export function whoFields(view: ThreadView, form: FormView, words: FrameWording): Html {
  return view.reader ? knownFields(view, form, words) : strangerFields(view, form, words);
}

function strangerFields(view: ThreadView, form: FormView, words: FrameWording): Html {
  const { author } = form;
  const prefix = prefixOf(form);
  return html`<div class="pair">
${formField({
  prefix,
  name: 'author',
  label: words.author,
  mistakes: mistakesIn(view, form, 'author'),
  input: (more) =>
    html`<input class="in" id="${prefix}author" name="author" value="${author}" autocomplete="name" required${more}>`,
})}
${emailField(view, form, words)}
</div>
${view.mail && notifyChoice(form, words)}
<label class="choice scripted"><input type="checkbox" data-remember> ${words.remember}</label>
${view.signIn && html`<p class="hint">${words.haveAccount} <a href="${view.signIn}" target="_top">${words.signIn}</a></p>`}`;
}

/** Where no mailbox of theirs is known it is asked for, once they want to be told. */
function knownFields(view: ThreadView, form: FormView, words: FrameWording): Html {
  const { reader, mail } = view;
  if (!reader) return html``;
  return html`<p class="known">${words.sendAs} <bdi class="who">${reader.name}</bdi> ${badgeMark(reader.badge, words)}</p>
${
  mail &&
  html`<div class="told-by-mail">${notifyChoice(form, words)}
${!reader.email && emailField(view, form, words)}</div>`
}`;
}

function emailField(view: ThreadView, form: FormView, words: FrameWording): Html {
  const prefix = prefixOf(form);
  return formField({
    prefix,
    name: 'email',
    label: words.email,
    aside: words.optional,
    hint: view.mail ? words.emailMailHint(view.site['retention-days']) : words.emailHint,
    mistakes: mistakesIn(view, form, 'email'),
    input: (more) =>
      html`<input class="in" id="${prefix}email" name="email" type="email" value="${form.email}" autocomplete="email"${more}>`,
  });
}

function notifyChoice(form: FormView, words: FrameWording): Html {
  return html`<label class="choice"><input type="checkbox" id="${prefixOf(form)}notify" name="notify" value="yes"${form.notify && html` checked`}>
<span>${words.notify}</span></label>`;
}

export function mistakesIn(view: ThreadView, { errors }: FormView, ...names: string[]): Mistake[] {
  return mistakesOf(errors, names, view.site.language);
}
