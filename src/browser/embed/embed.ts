// Frames the comments and fills their counts, wherever a page has places for them and whenever they come.
import { fillCounts } from './counts.ts';
import { hear, showAsked } from './hear.ts';
import { followPlaces } from './places.ts';

let isDue = false;
const observer = new MutationObserver(lookSoon);

/** Whatever goes wrong is ours, and the host page goes on. */
function look(): void {
  isDue = false;
  try {
    followPlaces();
    fillCounts();
  } catch (error) {
    console.warn(error);
  }
  // What this did itself.
  observer.takeRecords();
}

/** Together with all that changes within these milliseconds. */
function lookSoon(): void {
  if (!isDue) setTimeout(look, 100);
  isDue = true;
}

// A copy that was there before answers, and goes on for both.
const here = 'binh-luan:here';
if (dispatchEvent(new Event(here, { cancelable: true }))) {
  addEventListener(here, (event) => event.preventDefault());
  observer.observe(document, { subtree: true, childList: true, attributes: true });
  // What changes colours without a change in the document: a style sheet that comes, a switch made of CSS, a fade.
  // A window is never told what loads in its document.
  for (const type of ['load', 'click', 'change', 'transitionend'])
    document.addEventListener(type, lookSoon, true);
  matchMedia('(prefers-color-scheme:dark)').onchange = lookSoon;
  addEventListener('message', hear);
  addEventListener('hashchange', showAsked);
  look();
}
