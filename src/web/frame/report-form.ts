import { html } from 'hono/html';
import type { PublicComment } from '../../comments/comment.ts';
import type { Language } from '../../language/language.ts';
import { mistakesOf, unplaced } from '../field.ts';
import type { Html } from '../layout.ts';
import { carried } from './carried.ts';
import { formField, mistakeLine } from './form-field.ts';
import { anchorOf, postAddress, reportId, sameAddress } from './frame-address.ts';
import { icon } from './icons.ts';
import { type ReportWording, reportWording } from './report-wording.ts';
import type { ThreadView } from './thread-view.ts';

/** Where a report of a comment goes. */
function reportAddress(view: ThreadView, commentId: string): string {
  return `${postAddress(view)}/comments/${commentId}/report`;
}

/** Under the comment that it is about. */
export function reportForm({ id, author }: PublicComment, view: ThreadView): Html {
  const { report, site } = view;
  const words = reportWording[site.language];
  return html`<form class="composer within" id="${reportId}" method="post" action="${reportAddress(view, id)}#${reportId}" data-open aria-labelledby="b-heading" novalidate>
${carried(view)}
<div><h5 class="who" id="b-heading">${words.title} <bdi>${author}</bdi></h5><p class="hint">${words.before}</p></div>
${failure(view, words)}
${reasons(view, words)}
${formField({
  prefix: 'b-',
  name: 'details',
  label: words.details,
  aside: words.optional,
  hint: words.detailsHint,
  mistakes: mistakesOf(report.errors, ['details'], site.language),
  input: (more) => html`<textarea class="in" id="b-details" name="details" rows="3"${more}>
${report.details}</textarea>`,
})}
<p class="mistake" data-trouble role="alert"></p>
<p class="row"><button class="button main">${words.send}</button>
<a class="button" href="${sameAddress(view, {})}#${anchorOf(id)}" data-do="cancel">${words.cancel}</a></p>
</form>`;
}

function reasons({ report }: ThreadView, words: ReportWording): Html {
  const wrong = report.errors.some((error) => error.field === 'reason');
  const choices = Object.entries(words.reasons).map(
    ([reason, label]) =>
      html`<label class="choice"><input type="radio" name="reason" value="${reason}" required${
        report.reason === reason && html` checked`
      }> ${label}</label>\n`,
  );
  return html`<fieldset role="radiogroup"${
    wrong && html` aria-invalid="true" aria-describedby="b-reason-mistake"`
  }>
<legend>${words.why}</legend>
${wrong && mistakeLine('b-reason-mistake', [words.choose])}
${choices}</fieldset>`;
}

function failure({ report, site }: ThreadView, words: ReportWording) {
  const others = unplaced(report.errors, ['reason', 'details'], site.language);
  const sentences = [...(report.failure ? [report.failure] : []), ...others];
  if (sentences.length === 0) return '';
  return html`<div class="notice bad" data-failure role="alert" tabindex="-1">${icon('alert')}
<p><strong>${words.notSent}</strong> ${sentences.join(' ')}</p></div>`;
}

/** Under the comment that was just reported. */
export function reportSent(language: Language): Html {
  const words = reportWording[language];
  return html`<div class="notice good" id="da-bao" role="status" tabindex="-1">${icon('check')}
<p><strong>${words.thanks}.</strong> ${words.after}</p></div>`;
}
