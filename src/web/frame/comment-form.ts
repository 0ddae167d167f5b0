import { html } from 'hono/html';
import { mistakesOf, unplaced } from '../field.ts';
import type { Html } from '../layout.ts';
import { formatNumber } from '../time.ts';
import { captchaField } from './captcha-field.ts';
import { carried, hidden } from './carried.ts';
import { formField, prefixOf } from './form-field.ts';
import { anchorOf, formId, postAddress, replyId, sameAddress } from './frame-address.ts';
import type { FrameWording } from './frame-wording.ts';
import { icon } from './icons.ts';
import { mistakesIn, whoFields } from './identity/who-fields.ts';
import { noticeField } from './notice-field.ts';
import type { FormView, ThreadView } from './thread-view.ts';

const captchaFields = ['challenge', 'challenge.id', 'challenge.answer', 'challenge.proofOfWork'];

/**
 * The form, with what was typed and what was wrong with it: on the article, or under the comment that it answers. Enter
 * sends it through its first button, hence the unseen one; the visible order stays natural.
 */
export function commentForm(view: ThreadView, form: FormView, words: FrameWording): Html {
  const isReply = form.parent !== null;
  const id = isReply ? replyId : formId;
  const isOpen =
    isReply || form.body !== '' || form.errors.length > 0 || form.failure !== null || form.ended !== null;
  return html`<form class="composer ${isReply ? 'within' : 'folds'}" method="post" action="${postAddress(view)}#${id}" id="${id}" aria-labelledby="${prefixOf(form)}write-heading" novalidate${isOpen && html` data-open`}>
<button class="unseen" name="do" value="send" tabindex="-1" aria-hidden="true">${words.send}</button>
${carried(view)}${ownFields(form)}
${isReply ? replyHeading(form, words) : html`<h3 id="write-heading"><label for="body">${words.write}</label></h3>`}
${summary(view, form, words)}
${textField(view, form, words)}
<div class="rest" tabindex="-1">
${whoFields(view, form, words)}
${view.notice && noticeField(view.notice, noticeChoice(view, form))}
${captchaField(form, view.site.captcha, mistakesIn(view, form, ...captchaFields), words)}
<p class="mistake" data-trouble role="alert"></p>
<p class="row">
<button class="button main" name="do" value="send">${words.send}</button>
${isReply ? cancel(view, form, words) : html`<button class="button" name="do" value="clear" formnovalidate>${words.clear}</button>`}
</p>
</div>
</form>`;
}

function replyHeading({ parent }: FormView, words: FrameWording): Html {
  return html`<h5 class="who" id="r-write-heading">${words.answerTo} <bdi>${parent?.author}</bdi></h5>`;
}

function cancel(view: ThreadView, { parent }: FormView, words: FrameWording): Html {
  const address = `${sameAddress(view, {})}#${parent ? anchorOf(parent.id) : ''}`;
  return html`<a class="button" href="${address}" data-do="cancel">${words.cancel}</a>`;
}

function ownFields({ captcha, idempotencyKey, parent }: FormView): Html {
  return html`${hidden('parent', parent?.id ?? '')}
${captcha && html`<input type="hidden" name="challenge" value="${captcha.id}" autocomplete="off" data-lives="${captcha.livesMs}">`}
${hidden('key', idempotencyKey)}`;
}

function textField(view: ThreadView, form: FormView, words: FrameWording): Html {
  const { body } = form;
  const prefix = prefixOf(form);
  const limit = formatNumber(view.site['max-length'], view.site.language);
  return formField({
    prefix,
    name: 'body',
    label: words.body,
    hint: words.atMost(limit),
    mistakes: mistakesIn(view, form, 'body'),
    // The parser drops the first line break, so this one saves what the reader typed.
    input: (
      more,
    ) => html`<textarea class="in" id="${prefix}body" name="body" rows="3" required placeholder="${prefix ? words.answerInvitation : words.invitation}"${more}>
${body}</textarea>`,
  });
}

function noticeChoice({ site }: ThreadView, form: FormView) {
  const { language } = site;
  const { errors, consent } = form;
  return {
    language,
    prefix: prefixOf(form),
    mistakes: mistakesOf(errors, ['consent'], language),
    checked: consent,
  };
}

/** All that is wrong, with a way to each field. */
function summary(view: ThreadView, form: FormView, words: FrameWording) {
  const { failure, errors, ended } = form;
  const named = Object.entries(placesOf(view, form)).flatMap(([field, names]) =>
    errors.some((error) => names.includes(error.field))
      ? [
          html`<a href="#${prefixOf(form)}${field}">${words.fields[field as keyof FrameWording['fields']]}</a>`,
        ]
      : [],
  );
  const others = unplaced(errors, Object.values(placesOf(view, form)).flat(), view.site.language);
  const sentences = [...(failure ? [failure] : []), ...others];
  if (named.length === 0 && sentences.length === 0) return ended ? alert(html`${ended}`) : '';
  return alert(
    html`<strong>${words.notSent}</strong> ${sentences.join(' ')} ${
      named.length > 0 && html`${words.toCorrect(named.length)} ${joined(named, words.and)}.`
    }`,
  );
}

function alert(text: Html): Html {
  return html`<div class="notice bad" data-failure role="alert" tabindex="-1">${icon('alert')}
<div><p>${text}</p></div></div>`;
}

/** The fields that are in sight, each with the names that a mistake about it may have. */
function placesOf({ reader, mail }: ThreadView, { captcha }: FormView): Record<string, readonly string[]> {
  return {
    body: ['body'],
    ...(!reader && { author: ['author'] }),
    ...((!reader || (mail && !reader.email)) && { email: ['email'] }),
    consent: ['consent'],
    ...(captcha && { answer: captchaFields }),
  };
}

function joined(parts: readonly Html[], and: string): Html {
  return html`${parts.map((part, at) => {
    if (at === 0) return part;
    return html`${at === parts.length - 1 ? ` ${and} ` : ', '}${part}`;
  })}`;
}
