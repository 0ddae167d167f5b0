import { html } from 'hono/html';
import { field, type Mistake, mistakesOf, unplaced } from '../field.ts';
import type { Html } from '../layout.ts';
import { formatNumber } from '../time.ts';
import type { ThreadView } from '../views.ts';
import { captchaField } from './captcha-field.ts';
import { formId, frameAddress, postAddress } from './frame-address.ts';
import type { ReaderWording } from './wording.ts';

const clearId = 'nhap-lai';
const captchaFields = ['challenge', 'challenge.id', 'challenge.answer', 'challenge.proofOfWork'];

/** The form, with what was typed and what was wrong with it. */
export function commentForm(view: ThreadView, words: ReaderWording): Html {
  const { form } = view;
  return html`${failure(view)}
<form method="post" action="${postAddress(view)}#write" id="${formId}" novalidate>
<button class="unseen" name="do" value="send" tabindex="-1" aria-hidden="true">${words.send}</button>
${carried(view)}
${form.parent && answering(form.parent.author, view, words)}
${fields(view, words)}
${form.captcha && captchaField(form.captcha, view.site.captcha, mistakes(view, ...captchaFields), words)}
<p id="captcha-note" class="hint"></p>
<p id="trouble" class="mistake" role="alert"></p>
<p class="row actions">
<button class="button main" name="do" value="send">${words.send}</button>
<button class="button" form="${clearId}">${words.clear}</button>
</p>
</form>
<form method="get" action="${postAddress(view)}" id="${clearId}">${host(view)}</form>`;
}

/** Enter sends the form through its first button, hence the unseen one; the visible order stays natural. */
function carried(view: ThreadView): Html {
  const { captcha, idempotencyKey, parent } = view.form;
  return html`${host(view)}
${hidden('sort', view.sort)}
${hidden('parent', parent?.id ?? '')}
${captcha && html`<input type="hidden" name="challenge" value="${captcha.id}" data-lives="${captcha.livesMs}">`}
${hidden('key', idempotencyKey)}`;
}

function host({ host }: ThreadView): Html {
  return html`${hidden('article', host.key)}${hidden('title', host.title)}${hidden('url', host.url)}`;
}

function hidden(name: string, value: string): Html {
  return html`<input type="hidden" name="${name}" value="${value}">`;
}

function answering(author: string, view: ThreadView, words: ReaderWording): Html {
  return html`<p class="row answering"><span>${words.answeringNow} <b><bdi>${author}</bdi></b></span>
<a class="target" href="${frameAddress(view)}#${formId}" data-swap="write">${words.cancel}</a></p>`;
}

function fields(view: ThreadView, words: ReaderWording): Html {
  const { form, site } = view;
  const limit = formatNumber(site['max-length'], site.language);
  return html`<div class="pair">
${field({
  name: 'author',
  label: words.author,
  mistakes: mistakes(view, 'author'),
  input: (more) =>
    html`<input id="author" name="author" value="${form.author}" autocomplete="name" required${more}>`,
})}
${field({
  name: 'email',
  label: words.email,
  hint: words.emailHint,
  mistakes: mistakes(view, 'email'),
  input: (more) =>
    html`<input id="email" name="email" type="email" value="${form.email}" autocomplete="email"${more}>`,
})}
</div>
${field({
  name: 'body',
  label: words.body,
  hint: words.atMost(limit),
  mistakes: mistakes(view, 'body'),
  // The parser drops the first line break, so this one saves what the reader typed.
  input: (more) => html`<textarea id="body" name="body" rows="6" required${more}>
${form.body}</textarea>`,
})}`;
}

function failure(view: ThreadView) {
  const { failure, errors, captcha } = view.form;
  const placed = ['author', 'email', 'body', ...(captcha ? captchaFields : [])];
  const sentences = [...(failure ? [failure] : []), ...unplaced(errors, placed, view.site.language)];
  if (sentences.length === 0) return '';
  return html`<div id="failure" class="notice bad" role="alert" tabindex="-1">
<p>${sentences.join(' ')}</p></div>`;
}

function mistakes(view: ThreadView, ...names: string[]): Mistake[] {
  return mistakesOf(view.form.errors, names, view.site.language);
}
