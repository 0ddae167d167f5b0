import { html } from 'hono/html';
import type { Site } from '../../sites/site.ts';
import type { Mistake } from '../field.ts';
import type { Html } from '../layout.ts';
import { formField, prefixOf } from './form-field.ts';
import type { FrameWording } from './frame-wording.ts';
import { icon } from './icons.ts';
import type { CaptchaView, FormView } from './thread-view.ts';

/**
 * The captcha as its site wants it: seen, or left to the device of whoever has scripts. An answer that is right, or asked
 * for besides the work, is in sight in any case.
 */
export function captchaField(
  form: FormView,
  kind: Site['captcha'],
  mistakes: readonly Mistake[],
  words: FrameWording,
) {
  const { captcha } = form;
  if (!captcha) return '';
  const shown = seen(captcha, prefixOf(form), mistakes, words);
  const isAsked = captcha.answer !== '' || (captcha.proofOfWork !== '' && mistakes.length > 0);
  if (!isQuiet(kind) || isAsked) return html`${work(captcha)}${shown}${verifying()}`;
  return html`${work(captcha)}<div class="unasked">${mistakes.length > 0 && html`<p class="mistake scripted">${words.tryAgain}</p>`}
<noscript>${shown}</noscript></div>${verifying(kind === 'auto' && toPicture(words))}`;
}

/** Whether nothing is seen of it where a device can work. */
function isQuiet(kind: Site['captcha']): boolean {
  return kind === 'auto' || kind === 'work';
}

/** What a device does instead is said here. */
function verifying(more: Html | false = false): Html {
  return html`<p class="hint verify">${icon('busy')}${icon('check')}<span data-note></span>${more}</p>`;
}

function toPicture(words: FrameWording): Html {
  return html`<button class="act scripted" type="button" data-way="shown">${words.byPicture}</button>`;
}

function work({ work, proofOfWork }: CaptchaView): Html {
  return html`${work && html`<input type="hidden" name="proofOfWork" value="${proofOfWork}" autocomplete="off" data-work>`}`;
}

/** The picture, its field, and the other ways. */
function seen(captcha: CaptchaView, prefix: string, mistakes: readonly Mistake[], words: FrameWording): Html {
  return html`<div class="captcha">
<img id="${prefix}picture" data-picture src="${captcha.source}" width="${captcha.width}" height="${captcha.height}" loading="lazy" alt="${words.picture}">
${formField({
  prefix,
  name: 'answer',
  label: words.characters,
  mistakes,
  input: (
    more,
  ) => html`<input class="in" id="${prefix}answer" name="answer" value="${captcha.answer}" inputmode="text" autocomplete="off"
 autocapitalize="characters" autocorrect="off" spellcheck="false" maxlength="40" required${more}>`,
})}
<p class="row"><button class="button" name="do" value="reset-captcha" formnovalidate>${icon('change')}<span>${words.change} (<span lang="en">reset captcha</span>)</span></button>
${captcha.audio && audio(captcha.audio, prefix, words)}
${captcha.work && html`<button class="button scripted" type="button" data-way="work">${icon('check')}${words.byWork}</button>`}</p>
${captcha.audio && html`<p class="hint how" id="${prefix}spoken-how">${words.spoken}</p>`}
</div>`;
}

/** The browser's own player, or with scripts a button that plays. */
function audio(address: string, prefix: string, words: FrameWording): Html {
  const how = `${prefix}spoken-how`;
  return html`<button class="button scripted" type="button" data-way="audio" title="${words.listen}" aria-describedby="${how}">${icon('sound')}<span class="unseen">${words.listen}</span></button>
<audio data-spoken src="${address}" preload="none" controls aria-label="${words.listen}" aria-describedby="${how}"></audio>`;
}
