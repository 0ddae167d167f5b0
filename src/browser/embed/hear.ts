import type { ToHost } from '../frame/host.ts';
import { commentAsked } from './address.ts';
import { giveFont } from './fonts.ts';
import { type Framed, setStyle, tell, tellReader, tellTheme } from './frame.ts';
import { home } from './home.ts';
import { framed, letGo } from './places.ts';
import { show } from './show.ts';
import { announce } from './trouble.ts';

/** What a frame says. */
export function hear({ source, origin, data }: MessageEvent<ToHost>): void {
  if (origin !== home.origin) return;
  for (const one of framed.values()) if (one.frame.contentWindow === source) obey(one, data);
}

/** The page's address names another comment: a frame that is not there yet comes again, with it. */
export function showAsked(): void {
  const id = commentAsked();
  for (const one of framed.values()) {
    if (one.heard) tell(one, { type: 'binh-luan:show', id });
    else if (id) letGo(one);
  }
}

function obey(one: Framed, told: ToHost): void {
  if (told.type === 'binh-luan:height') setStyle(one.frame, 'height', `${told.height}px`);
  else if (told.type === 'binh-luan:scheme') setStyle(one.frame, 'color-scheme', told.scheme);
  else if (told.type === 'binh-luan:show') show(one.frame, told.top);
  else if (told.type === 'binh-luan:font') giveFont(one, told.family);
  else if (told.type === 'binh-luan:identity' && !told.expired) tellReader(one, '');
  else announce(one.place, told);
  if (told.type === 'binh-luan:ready') welcome(one, told.title);
}

function welcome(one: Framed, title: string): void {
  one.heard = true;
  one.frame.title = title;
  tellTheme(one, one.theme);
}
