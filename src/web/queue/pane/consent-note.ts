import { html } from 'hono/html';
import type { Language } from '../../../language/language.ts';
import type { Consent } from '../../../store/comments/consents.ts';
import { renderBody } from '../../body.ts';
import type { DeskWording } from '../../desk/wording.ts';
import type { Html } from '../../layout.ts';
import { renderTime } from '../../time.ts';

/** When the author of a comment agreed, and to which words. */
export function consentNote({ at, notice }: Consent, language: Language, words: DeskWording): Html {
  const { text, privacyUrl, agreement } = notice;
  return html`<details class="fold"><summary>${words.agreed}, ${renderTime(at, language)}</summary>
<p>${renderBody(text)}</p>
${privacyUrl && html`<p>${renderBody(privacyUrl)}</p>`}
<p><q>${agreement}</q></p></details>`;
}
