import { html } from 'hono/html';
import { field, type Mistake } from './field.ts';
import type { Html } from './layout.ts';
import type { ReaderWording } from './reader-wording.ts';
import type { FormView } from './views.ts';

type Captcha = NonNullable<FormView['captcha']>;

/** The picture, its field, and the way to another picture. */
export function captchaField(captcha: Captcha, mistakes: readonly Mistake[], words: ReaderWording): Html {
  return html`<div class="captcha">
<div>
<img id="picture" src="${captcha.source}" width="${captcha.width}" height="${captcha.height}" alt="${words.picture}">
<button class="link target" name="do" value="reset-captcha" formnovalidate lang="en">reset captcha</button>
</div>
${field({
  name: 'answer',
  label: words.characters,
  mistakes,
  input: (more) => html`<input id="answer" name="answer" inputmode="text" autocomplete="off"
 autocapitalize="characters" autocorrect="off" spellcheck="false" required${more}>`,
})}
</div>`;
}
