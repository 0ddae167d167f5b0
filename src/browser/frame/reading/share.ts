import { announce } from '../page.ts';
import { say } from '../say.ts';

/** Copies the address; a telephone offers its own ways instead. Where neither is allowed, the link is followed. */
export async function share(link: HTMLAnchorElement): Promise<void> {
  link.closest('details')?.removeAttribute('open');
  if (matchMedia('(pointer: coarse)').matches && navigator.share) {
    try {
      return await navigator.share({ url: link.href });
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') return;
    }
  }
  if (!(await copy(link.href))) return void window.open(link.href, '_top');
  announce(say('copied'));
  if (link.textContent === say('copied')) return;
  const before = [...link.childNodes];
  link.textContent = say('copied');
  setTimeout(() => link.replaceChildren(...before), 2000);
}

async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyByHand(text);
  }
}

/** As before there was a clipboard, and where a host page does not let us have it. */
function copyByHand(text: string): boolean {
  const place = document.createElement('textarea');
  place.value = text;
  document.body.append(place);
  place.select();
  const isDone = document.execCommand('copy');
  place.remove();
  return isDone;
}
