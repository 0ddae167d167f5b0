import { home } from '../../home.ts';
import { nameOfModerator, say } from '../words.ts';
import { readPresent } from './present.ts';

interface Refusal {
  detail?: string;
  errors?: { field: string }[];
}

/** Asks for the password, and for the code where there is one; false where it was put off. */
export async function askPassword(isDone: () => Promise<boolean>): Promise<boolean> {
  const dialog = await draw();
  const form = dialog.querySelector('form');
  const before = document.activeElement;
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    let done = false;
    const finish = () => {
      done = true;
      dialog.close();
    };
    const look = async () => (await isDone()) && finish();
    addEventListener('focus', look);
    form?.addEventListener('submit', async (event) => {
      event.preventDefault();
      if (await signIn(form)) {
        if (await isDone()) finish();
        else tellIn(form, say('otherAccount'));
      }
    });
    dialog.addEventListener('close', () => {
      removeEventListener('focus', look);
      dialog.remove();
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
      resolve(done);
    });
  });
}

async function draw(): Promise<HTMLDialogElement> {
  const ways = (await readPresent())?.signIn;
  const dialog = document.createElement('dialog');
  dialog.setAttribute('aria-labelledby', 'again-title');
  dialog.id = 'again';
  const title = document.createElement('h2');
  title.id = 'again-title';
  title.textContent = say('signIn');
  const lead = document.createElement('p');
  lead.textContent = say('signInLead', { who: nameOfModerator });
  dialog.append(
    title,
    lead,
    ...(ways?.provider ? [linkTo(ways.provider)] : []),
    drawForm(ways?.passwords ?? true),
  );
  return dialog;
}

function linkTo(provider: string): HTMLElement {
  const link = document.createElement('a');
  link.className = 'act';
  link.href = provider;
  link.target = '_blank';
  link.textContent = say('signIn');
  return link;
}

function drawForm(byPassword: boolean): HTMLFormElement {
  const form = document.createElement('form');
  form.className = 'edit';
  if (byPassword) {
    const code = field('code', 'text', 'one-time-code');
    code.hidden = true;
    form.append(field('password', 'password', 'current-password'), code);
  }
  const told = document.createElement('p');
  told.className = 'mistake';
  told.setAttribute('role', 'alert');
  const ends = document.createElement('p');
  ends.className = 'ends';
  const cancel = document.createElement('button');
  cancel.type = 'button';
  cancel.className = 'act';
  cancel.textContent = say('cancel');
  cancel.addEventListener('click', () => form.closest('dialog')?.close());
  const send = document.createElement('button');
  send.className = 'act main';
  send.textContent = say('signIn');
  send.hidden = !byPassword;
  ends.append(cancel, send);
  form.append(told, ends);
  return form;
}

function field(name: 'password' | 'code', type: string, autocomplete: AutoFill): HTMLElement {
  const place = document.createElement('div');
  place.className = 'field';
  const [label, input] = [document.createElement('label'), document.createElement('input')];
  label.htmlFor = input.id = `again-${name}`;
  label.textContent = say(name);
  Object.assign(input, { name, type, autocomplete, required: name === 'password' });
  place.append(label, input);
  return place;
}

async function signIn(form: HTMLFormElement): Promise<boolean> {
  const { password, code } = Object.fromEntries(new FormData(form));
  const given = { name: nameOfModerator, password, ...(code && { code }) };
  try {
    const answer = await fetch(`${home}api/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(given),
    });
    if (answer.ok) return true;
    const { detail, errors = [] }: Refusal = await answer.json();
    if (errors.some(({ field }) => field === 'code')) showCode(form);
    tellIn(form, detail ?? '');
  } catch {
    tellIn(form, say('unsent'));
  }
  return false;
}

function showCode(form: HTMLFormElement): void {
  const input = form.querySelector<HTMLInputElement>('[name=code]');
  const place = input?.closest<HTMLElement>('.field');
  if (place) place.hidden = false;
  input?.focus();
}

function tellIn(form: HTMLFormElement, sentence: string): void {
  const place = form.querySelector('.mistake');
  if (place) place.textContent = sentence;
}
