import { html } from 'hono/html';
import type { Html } from '../../layout.ts';
import type { FrameWording } from '../frame-wording.ts';
import { icon } from '../icons.ts';
import type { FormView, ThreadView } from '../thread-view.ts';

/** In place of the form where the site takes comments of its signed-in readers only; who typed something has it still. */
export function signInFirst({ signIn }: ThreadView, form: FormView, words: FrameWording): Html {
  const { closedTo, failure, ended, body } = form;
  return html`<div class="notice" id="dang-nhap">${icon('lock')}<div><p>${failure ?? ended ?? closedTo}</p>
${signIn && html`<p class="row"><a href="${signIn}" target="_top">${words.signIn}</a></p>`}</div></div>
${body && html`<textarea class="in" rows="4" readonly aria-label="${words.body}">\n${body}</textarea>`}`;
}
