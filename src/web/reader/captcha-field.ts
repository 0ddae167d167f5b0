import { html } from 'hono/html';
import type { Site } from '../../sites/site.ts';
import { field, type Mistake } from '../field.ts';
import type { Html } from '../layout.ts';
import type { CaptchaView } from '../views.ts';
import type { ReaderWording } from './wording.ts';

/** The captcha as its site wants it: seen, or left to the device of whoever has scripts. */
export function captchaField(
  captcha: CaptchaView,
  kind: Site['captcha'],
  mistakes: readonly Mistake[],
  words: ReaderWording,
): Html {
  if (kind !== 'work') return html`${work(captcha)}${seen(captcha, mistakes, words)}`;
  return html`${work(captcha)}<div id="unseen">${mistakes.length > 0 && html`<p class="mistake">${words.tryAgain}</p>`}
<noscript>${seen(captcha, mistakes, words)}</noscript></div>`;
}

function work({ work, proofOfWork }: CaptchaView): Html {
  return html`${work && html`<input type="hidden" name="proofOfWork" value="${proofOfWork}" data-work>`}`;
}

/** The picture, its field, and the other ways. */
function seen(captcha: CaptchaView, mistakes: readonly Mistake[], words: ReaderWording): Html {
  return html`<div class="captcha">
<img id="picture" src="${captcha.source}" width="${captcha.width}" height="${captcha.height}" loading="lazy" alt="${words.picture}">
${field({
  name: 'answer',
  label: words.characters,
  mistakes,
  input: (
    more,
  ) => html`<input id="answer" name="answer" value="${captcha.answer}" inputmode="text" autocomplete="off"
 autocapitalize="characters" autocorrect="off" spellcheck="false" maxlength="40" required${more}>`,
})}
<p class="row ways">
<button class="link target" name="do" value="reset-captcha" formnovalidate lang="en">reset captcha</button>
${captcha.audio && audio(captcha.audio, words)}
${captcha.work && html`<button class="link target scripted" type="button" data-way="work">${words.byWork}</button>`}
</p>
${captcha.audio && html`<p class="hint" id="spoken-how">${words.spoken}</p>`}
</div>`;
}

/** The browser's own player, or with scripts a button that plays. */
function audio(address: string, words: ReaderWording): Html {
  return html`<button class="link target scripted" type="button" data-way="audio" aria-describedby="spoken-how">${words.listen}</button>
<audio id="spoken" src="${address}" preload="none" controls aria-label="${words.listen}" aria-describedby="spoken-how"></audio>`;
}
