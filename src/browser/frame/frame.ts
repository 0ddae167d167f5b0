// The frame works without this file; with it, nothing reloads and nothing typed is lost.
import { tellHeight } from './height.ts';
import { onHostTold, tellHost } from './host.ts';
import { captcha, clearing, drafts, font, thread } from './later.ts';
import { once } from './once.ts';
import { draftKey, one, root } from './page.ts';
import { send } from './send.ts';

document.addEventListener('submit', onSubmit);
document.addEventListener('click', onClick);
document.addEventListener('input', onInput);
document.addEventListener('focusin', onFocus);
document.addEventListener('error', onError, true);
document.documentElement.dataset.scripted = '';
if (hasDraft()) drafts().then(({ restoreDraft }) => restoreDraft());
tellHeight(root);
onHostTold('binh-luan:font', async (given) => (await font()).takeFont(given));
tellHost({ type: 'binh-luan:ready', title: one('h2').firstChild?.textContent?.trim() ?? '' });
const picture = document.querySelector<HTMLImageElement>('#picture');
if (picture?.complete && picture.naturalWidth === 0) onError({ target: picture });

function onSubmit(event: SubmitEvent): void {
  const form = event.target as HTMLFormElement;
  const button = event.submitter as HTMLButtonElement | null;
  event.preventDefault();
  if (form.id === 'nhap-lai') once(async () => (await clearing()).clear(), 'unloaded');
  else if (button?.value === 'reset-captcha') once(async () => (await captcha()).resetCaptcha(), 'unloaded');
  else once(() => send(form), 'offline');
}

function onClick(event: MouseEvent): void {
  const { target, metaKey, ctrlKey, shiftKey, altKey } = event;
  const way = target instanceof HTMLElement && target.dataset.way;
  if (way) return void once(async () => (await captcha()).meetBy(way), 'unloaded');
  if (target instanceof Element && target.id === 'restore')
    return void once(async () => (await clearing()).restore(), 'unloaded');
  const link = target instanceof Element && target.closest('a');
  if (!link || metaKey || ctrlKey || shiftKey || altKey) return;
  if (link.hash === '#write-heading') {
    event.preventDefault();
    one('#author').focus();
  } else if (link.dataset.swap) {
    event.preventDefault();
    once(async () => (await thread()).follow(link), 'unloaded');
  }
}

/** Where the device alone confirms, it starts when the reader does. */
async function onFocus({ target }: FocusEvent): Promise<void> {
  if (!(target instanceof Element && target.closest('#gui-binh-luan'))) return;
  const [{ keepFresh, startWork }, { count }] = await Promise.all([captcha(), drafts()]);
  count(false);
  keepFresh();
  if (root.dataset.captcha === 'work') startWork().catch(() => undefined);
}

/** A page that was open for too long has a picture no more. */
async function onError({ target }: Pick<Event, 'target'>): Promise<void> {
  const isOurs = target instanceof HTMLImageElement && target.id === 'picture';
  if (isOurs && !target.src.startsWith('data:')) await (await captcha()).fetchPicture();
}

async function onInput({ target }: Event): Promise<void> {
  if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)
    (await drafts()).keep(target);
}

function hasDraft(): boolean {
  try {
    return sessionStorage.getItem(draftKey) !== null;
  } catch {
    return false;
  }
}
