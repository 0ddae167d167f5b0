// The frame works without this file; with it, nothing reloads and nothing typed is lost.
import { hasDraft } from './draft.ts';
import { keepWhatStands, sentTooEarly, takeSent } from './early.ts';
import { tellHeight } from './height.ts';
import { onHostTold, tellHost } from './host.ts';
import { listIn, readKept } from './kept.ts';
import { font, identity, isLost, reading, writing } from './later.ts';
import { askFont } from './look/family.ts';
import { once } from './once.ts';
import { complain, formAround, one, root, siteKey } from './page.ts';
import { keepTimes } from './times.ts';
import { onError, onFocus, onInput } from './typing.ts';

document.addEventListener('submit', onSubmit);
document.addEventListener('click', onClick);
document.addEventListener('input', onInput);
document.addEventListener('focusin', onFocus);
document.addEventListener('error', onError, true);
document.documentElement.dataset.scripted = '';
onHostTold('binh-luan:theme', askFont);
onHostTold('binh-luan:font', async (given) => (await font()).takeFont(given));
tellHost({ type: 'binh-luan:ready', title: one('h2').firstChild?.textContent?.trim() ?? '' });
tellHost({ type: 'binh-luan:count', count: Number(root.dataset.count) });
tellHeight(root);
keepTimes();
restore();
if (root.dataset.identity) askReader();
onHostTold('binh-luan:show', ({ id }) => show(String(id)));
for (const picture of document.querySelectorAll<HTMLImageElement>('[data-picture]'))
  if (picture.complete && picture.naturalWidth === 0) onError({ target: picture });

/** What this device keeps of its reader; nothing is loaded for who has left nothing. */
function restore(): void {
  if (listIn(readKept(siteKey('own'))).length > 0) reading().then(({ showOwn }) => showOwn());
  if (listIn(readKept(siteKey('likes'))).length > 0) reading().then(({ showLiked }) => showLiked());
  const sent = takeSent();
  if (sent) reading().then(({ keepOwn }) => keepOwn(sent));
  keepWhatStands();
  if (hasDraft()) writing().then(({ restoreDrafts }) => restoreDrafts());
  if (document.activeElement) onFocus({ target: document.activeElement });
  const early = sentTooEarly();
  if (early) once(early, taskOf('send', early), 'offline', early);
  const asked = new URLSearchParams(location.search).get('comment');
  if (asked) show(asked);
}

/** Who the host page says its reader is; nothing is loaded where it says nobody. */
function askReader(): void {
  onHostTold('binh-luan:identity', async ({ token }) => (await identity()).take(String(token)));
  tellHost({ type: 'binh-luan:identity', expired: false });
}

function show(id: string): void {
  reading()
    .then(({ showComment }) => showComment(id))
    .catch(() => undefined);
}

function onSubmit(event: SubmitEvent): void {
  const form = event.target as HTMLFormElement;
  const button = event.submitter as HTMLButtonElement | null;
  if (isUnscripted()) return;
  if (form.id === 'thich' && button) {
    event.preventDefault();
    reading().then(
      ({ like }) => like(button),
      () => complain(root.dataset.unloaded ?? '', button),
    );
  } else if (form.id === 'bao-cao') {
    event.preventDefault();
    once(button ?? form, async () => (await writing()).report(form), 'offline', form);
  } else if (formAround(form)) {
    event.preventDefault();
    const task = taskOf(button?.value, form);
    once(button ?? form, task, button?.value === 'send' || !button ? 'offline' : 'unloaded', form);
  }
}

/** With a part of the scripts missing, the page goes on as one without them. */
function isUnscripted(): boolean {
  return isLost() && navigator.onLine;
}

function taskOf(does: string | undefined, form: HTMLFormElement): () => Promise<void> {
  if (does === 'clear') return async () => (await writing()).clear(form);
  if (does === 'reset-captcha') return async () => (await writing()).resetCaptcha(form);
  return async () => (await writing()).send(form);
}

/** What a link or a button does, by what it says of itself. */
const does: Record<string, (element: HTMLElement) => Promise<unknown>> = {
  reply: async (link) => (await writing()).openReply(link as HTMLAnchorElement),
  report: async (link) => (await writing()).openReport(link as HTMLAnchorElement),
  cancel: async (link) => (await writing()).cancel(link),
  sort: async (link) => (await reading()).follow(link as HTMLAnchorElement),
  more: async (link) => (await reading()).follow(link as HTMLAnchorElement),
  branch: async (link) => (await reading()).follow(link as HTMLAnchorElement),
  'ask-withdraw': async (button) => (await reading()).askWithdraw(button),
  withdraw: async (button) => (await reading()).withdraw(button),
  'keep-comment': async (button) => (await reading()).keepComment(button),
  forget: async () => (await reading()).forgetOwn(),
  restore: async () => (await writing()).restore(),
  keep: async (button) => (await writing()).stopAsking(button),
  clear: async (button) => {
    const form = formAround(button);
    if (form) await (await writing()).clear(form, true);
  },
};

function onClick(event: MouseEvent): void {
  const { target, metaKey, ctrlKey, shiftKey, altKey } = event;
  if (!(target instanceof Element)) return;
  closeMenus(target);
  const way = target.closest<HTMLElement>('[data-way]');
  const form = formAround(target);
  if (way && form)
    return void once(
      way,
      async () => (await writing()).meetBy(form, way.dataset.way ?? ''),
      'unloaded',
      form,
    );
  const element = target.closest<HTMLElement>('a, button[data-do]');
  if (!element || metaKey || ctrlKey || shiftKey || altKey || isUnscripted()) return;
  const task = does[element.dataset.do ?? ''];
  const hash = element.getAttribute('href');
  if (element.dataset.do === 'share') {
    event.preventDefault();
    share(element as HTMLAnchorElement);
  } else if (task) {
    event.preventDefault();
    once(element, async (asker) => void (await task(asker)), 'unloaded', form ?? element);
  } else if (hash?.startsWith('#')) {
    event.preventDefault();
    const place = document.getElementById(hash.slice(1));
    if (place) reading().then(({ show }) => show(place));
  } else if (element.matches('.to, .pinned a')) {
    event.preventDefault();
    show((element as HTMLAnchorElement).hash.slice('#c-'.length));
  }
}

/** Not in turn: a telephone may leave it open for as long as it likes, and a browser lets it follow on a click alone. */
function share(link: HTMLAnchorElement): void {
  reading()
    .then(({ share }) => share(link))
    .catch(() => complain(root.dataset.unloaded ?? '', link));
}

/** One that is open closes by a click anywhere else. */
function closeMenus(target: Element): void {
  for (const menu of document.querySelectorAll('.menu[open]')) {
    if (!menu.contains(target)) menu.removeAttribute('open');
  }
}
