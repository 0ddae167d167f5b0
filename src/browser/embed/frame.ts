import type { FromHost } from '../frame/host.ts';
import { commentAsked, pageOf, threadOf } from './address.ts';
import { home } from './home.ts';
import { themeOf } from './theme.ts';

/** A place in the host page, and the one element of ours in it. */
export interface Framed {
  place: HTMLElement;
  box: HTMLElement;
  frame: HTMLIFrameElement;
  /** Never seen: it tells how links look there. */
  link: HTMLElement;
  thread: string;
  theme: string;
  /** Whether the frame has said that it is there. */
  heard: boolean;
  /** Who the frame was told that its reader is; nothing before it asked. */
  reader?: string;
}

/** Under a name that no style of the host's knows. */
const part = 'binh-luan';
/** Whatever the host's styles say of such elements, also with `!important`. */
const ours = 'all:unset!important;display:block!important;width:100%!important;';

/** Makes a frame of the comments that belong in a place: as high as they are, in the font and the colours around it. */
export function frameIn(place: HTMLElement): Framed {
  // A copy of the page may have brought one.
  place.querySelector(part)?.remove();
  const box = document.createElement(part);
  const link = document.createElement('a');
  const frame = document.createElement('iframe');
  const comment = commentAsked();
  const thread = threadOf(place);
  const { title = document.title } = place.dataset;
  const told = new URLSearchParams({ title, url: pageOf(place), comment });
  box.style.cssText = ours;
  link.href = '#';
  link.style.cssText = 'display:none!important;background:Canvas';
  box.append(link, frame);
  place.append(box);
  frame.title = 'Bình luận';
  frame.allow = 'clipboard-write; web-share';
  frame.loading = comment ? 'eager' : 'lazy';
  frame.style.cssText = `${ours}height:400px!important`;
  frame.src = `${thread}&${told}#${themeOf(place, link)}`;
  return { place, box, frame, link, thread, theme: '', heard: false };
}

/** Puts back what another script took out of the place, and tells the frame where the page looks otherwise now. */
export function follow(one: Framed): void {
  if (one.box.parentNode !== one.place) one.place.append(one.box);
  const theme = themeOf(one.place, one.link);
  if (theme !== one.theme) tellTheme(one, theme);
  if (one.reader !== undefined) tellReader(one, one.reader);
}

/** Who the page says its reader is, where that is another than before: to us alone, whatever is in the frame by now. */
export function tellReader(one: Framed, before: string): void {
  const { identity: token = '' } = one.place.dataset;
  one.reader = token;
  if (token !== before) tell(one, { type: 'binh-luan:identity', token }, home.origin);
}

export function tellTheme(one: Framed, theme: string): void {
  one.theme = theme;
  tell(one, { type: 'binh-luan:theme', theme });
}

/** Also over what this said before. */
export function setStyle(frame: HTMLElement, name: string, value: string): void {
  frame.style.setProperty(name, value, 'important');
}

export function tell(one: Framed, message: FromHost, origin = '*'): void {
  one.frame.contentWindow?.postMessage(message, origin);
}
