import { threadOf } from './address.ts';
import { type Framed, follow, frameIn } from './frame.ts';
import { siteOf } from './home.ts';
import { troubleOf } from './trouble.ts';
import { apology } from './words.ts';

/** By their places. */
export const framed = new Map<HTMLElement, Framed>();

/** Frames what has come, lets go what is gone or is about another thread now, and follows how the others look. */
export function followPlaces(): void {
  const places = new Set(document.querySelectorAll<HTMLElement>('[data-binh-luan]'));
  for (const [place, one] of framed) if (!places.has(place) || one.thread !== threadOf(place)) letGo(one);
  for (const place of places) follow(framed.get(place) ?? begin(place));
}

function begin(place: HTMLElement): Framed {
  const one = frameIn(place);
  framed.set(place, one);
  if (!siteOf(place)) {
    one.frame.remove();
    giveUp(one);
  }
  // Not every browser tells that a frame failed: one that is in sight and stays silent did, or is late.
  new IntersectionObserver(([seen], observer) => {
    if (!seen?.isIntersecting) return;
    observer.disconnect();
    setTimeout(giveUp, 3000, one);
  }).observe(one.frame);
  return one;
}

export function letGo(one: Framed): void {
  one.box.remove();
  framed.delete(one.place);
}

/** Where the site's owner has to act there is nothing to see; else a reader may try again. */
async function giveUp(one: Framed): Promise<void> {
  if (one.heard || !one.box.isConnected) return;
  const reason = await troubleOf(one.place);
  if (one.heard || !reason) return;
  one.frame.remove();
  if (reason === 'unreachable') apologize(one);
}

function apologize(one: Framed): void {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = apology();
  button.onclick = () => {
    letGo(one);
    followPlaces();
  };
  one.box.append(button);
}
