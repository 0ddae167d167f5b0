import { input, one } from '../page.ts';
import { say } from '../say.ts';
import { note } from './note.ts';
import { hideCaptcha, showCaptcha } from './picture.ts';
import { worksAlone } from './way.ts';

/**
 * The form on top once more, for an answer: with ids of its own, and nothing of what was typed there or was wrong. Its
 * challenge stays the other's alone.
 */
export function copyForm(top: HTMLFormElement, heading: string): HTMLFormElement {
  const form = top.cloneNode(true) as HTMLFormElement;
  for (const stale of form.querySelectorAll('[data-failure], .mistake[id], .asking, [data-unpictured]'))
    stale.remove();
  for (const element of form.querySelectorAll<HTMLElement>('*')) rename(element);
  form.id = 'tra-loi';
  form.className = 'composer within';
  form.action = form.action.replace(/#.*/, '#tra-loi');
  form.setAttribute('aria-labelledby', 'r-write-heading');
  delete form.dataset.met;
  delete form.dataset.besides;
  for (const name of ['author', 'email', 'body', 'answer', 'challenge', 'proofOfWork', 'parent'])
    empty(form, name);
  form.querySelector('[data-work]')?.setAttribute('data-work', '');
  input(form, 'key').value = newKey();
  one('h3', form).replaceWith(headingOf(heading));
  one('[value=clear]', form).replaceWith(cancelLink());
  note(form, '', { aloud: false });
  for (const box of form.querySelectorAll<HTMLInputElement>('[name=consent], [name=notify]'))
    box.checked = false;
  if (worksAlone(form)) hideCaptcha(form);
  else showCaptcha(form);
  return form;
}

/** `crypto.randomUUID` is not there in a host page without TLS. */
function newKey(): string {
  return [...crypto.getRandomValues(new Uint32Array(4))].map((part) => part.toString(36)).join('-');
}

function rename(element: HTMLElement): void {
  element.removeAttribute('aria-invalid');
  if (element.id) element.id = `r-${element.id}`;
  for (const name of ['for', 'aria-describedby']) {
    const ids = element.getAttribute(name)?.split(' ') ?? [];
    const kept = ids.filter((id) => !id.endsWith('-mistake')).map((id) => `r-${id}`);
    if (ids.length > 0) element.setAttribute(name, kept.join(' '));
  }
}

function empty(form: HTMLFormElement, name: string): void {
  const field = form.querySelector<HTMLInputElement | HTMLTextAreaElement>(`[name=${name}]`);
  if (!field) return;
  field.value = '';
  if (name === 'body') field.placeholder = say('answer');
}

function headingOf(text: string): HTMLElement {
  const heading = document.createElement('h5');
  heading.className = 'who';
  heading.id = 'r-write-heading';
  heading.textContent = text;
  return heading;
}

function cancelLink(): HTMLElement {
  const link = document.createElement('a');
  link.className = 'button';
  link.href = '#';
  link.dataset.do = 'cancel';
  link.textContent = say('cancel');
  return link;
}
