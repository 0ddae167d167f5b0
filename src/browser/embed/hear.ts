import type { ToHost } from '../frame/host.ts';
import { commentAsked } from './address.ts';
import { giveFonts } from './fonts.ts';
import { type Framed, setStyle, tell } from './frame.ts';
import { home } from './home.ts';
import { framed } from './places.ts';
import { show } from './show.ts';
import { announce } from './trouble.ts';

/** What a frame says. */
export function hear({ source, origin, data }: MessageEvent<ToHost>): void {
  if (origin !== home.origin) return;
  for (const one of framed.values()) if (one.frame.contentWindow === source) obey(one, data);
}

/** The page's address names another comment, which is to be shown however far down its frame is. */
export function askAll(): void {
  for (const one of framed.values()) {
    one.frame.loading = 'eager';
    ask(one);
  }
}

function obey(one: Framed, told: ToHost): void {
  one.heard = true;
  if (told.type === 'binh-luan:height') setStyle(one.frame, 'height', `${told.height}px`);
  else if (told.type === 'binh-luan:show') show(one.frame, told.top);
  else announce(one.place, told);
  if (told.type === 'binh-luan:ready') welcome(one, told.title);
}

function welcome(one: Framed, title: string): void {
  one.frame.title = title;
  tell(one, { type: 'binh-luan:theme', theme: one.theme });
  // Unless it is in the frame's address.
  if (!one.frame.src.includes(commentAsked())) ask(one);
  giveFonts(one);
}

function ask(one: Framed): void {
  const id = commentAsked();
  if (id) tell(one, { type: 'binh-luan:show', id });
}
