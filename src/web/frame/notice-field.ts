import { html } from 'hono/html';
import type { Language } from '../../language/language.ts';
import type { Notice } from '../../sites/notice.ts';
import { renderBody } from '../body.ts';
import type { Mistake } from '../field.ts';
import type { Html } from '../layout.ts';
import { noticeWording } from './notice-wording.ts';

export interface NoticeChoice {
  language: Language;
  mistakes: readonly Mistake[];
  /** Whether the box was ticked before. */
  checked: boolean;
  /** Before each id, so that a page may have two forms. */
  prefix?: string;
}

/** A longer one is folded. */
const mostUnfolded = 200;

/** What the site tells who writes, and the box where it asks them to agree. */
export function noticeField(notice: Notice, choice: NoticeChoice): Html {
  const id = `${choice.prefix ?? ''}notice`;
  return html`<div class="field told">
${told(notice, id, choice.language)}
${notice.agreement && box(notice, id, choice)}
</div>`;
}

function told({ text, privacyUrl }: Notice, id: string, language: Language): Html {
  const words = noticeWording[language];
  const link =
    privacyUrl && html`<a href="${privacyUrl}" target="_blank" rel="noopener">${words.privacy}</a>`;
  if ([...text].length <= mostUnfolded)
    return html`<p class="hint" id="${id}">${renderBody(text)} ${link}</p>`;
  return html`<details>
<summary class="act">${words.about}</summary>
<p class="hint" id="${id}">${renderBody(text)}</p>
</details>
${link && html`<p class="hint">${link}</p>`}`;
}

/** A tick is for the words that stand above it, and is to be given anew where those are others. */
function box(
  { version, agreement }: Notice,
  about: string,
  { mistakes, checked, prefix = '' }: NoticeChoice,
): Html {
  const id = `${prefix}consent`;
  const wrong = mistakes.length > 0;
  return html`<input type="hidden" name="notice" value="${version}">
<label class="choice"><input type="checkbox" id="${id}" name="consent" value="yes" required aria-describedby="${wrong && `${id}-mistake `}${about}"${wrong && html` aria-invalid="true"`}${checked && !wrong && html` checked`}>
<span>${agreement}</span></label>
${wrong && html`<p class="mistake" id="${id}-mistake">${mistakes.join(' ')}</p>`}`;
}
