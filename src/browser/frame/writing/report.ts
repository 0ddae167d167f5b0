import { leadTo } from '../focus.ts';
import { announce, fetchPage, one } from '../page.ts';
import { say } from '../say.ts';
import { bodyOf } from './send.ts';
import { commentAround } from './within.ts';

/** Sends a report in place: thanks stand where its form was, or the form with what is wrong. */
export async function report(form: HTMLFormElement): Promise<void> {
  announce(say('sendingReport'));
  const page = await fetchPage(form.action, { method: 'POST', body: bodyOf(form) });
  const thanks = page.querySelector<HTMLElement>('#da-bao');
  if (thanks) {
    document.querySelector('#da-bao')?.remove();
    const comment = commentAround(form);
    form.remove();
    comment.append(thanks);
    announce(leadTo(thanks) ? '' : (thanks.textContent ?? ''));
    return;
  }
  form.replaceWith(one('#bao-cao', page));
  const wrong = one('#bao-cao').querySelector<HTMLElement>('[aria-invalid] input, textarea[aria-invalid]');
  leadTo(wrong ?? one('#bao-cao [data-failure]'));
}
