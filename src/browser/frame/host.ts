// What the frame and the page around it say to each other.

/** A part of the frame is measured in CSS pixels from its top. */
export type ToHost =
  | { type: 'binh-luan:height'; height: number }
  | { type: 'binh-luan:scheme'; scheme: 'light' | 'dark' }
  | { type: 'binh-luan:font'; family: string }
  | { type: 'binh-luan:ready'; title: string }
  | { type: 'binh-luan:sent'; id: string; state: string }
  | { type: 'binh-luan:count'; count: number }
  | { type: 'binh-luan:error'; reason: string }
  | { type: 'binh-luan:show'; top: number; height: number }
  | { type: 'binh-luan:identity'; expired: boolean };

/** A font is the text of an `@font-face` with the bytes of one of its files; a token is empty where nobody is signed in. */
export type FromHost =
  | { type: 'binh-luan:theme'; theme: string }
  | { type: 'binh-luan:show'; id: string }
  | { type: 'binh-luan:font'; face: string; bytes: ArrayBuffer }
  | { type: 'binh-luan:identity'; token: string };

/** Only the site's own pages may frame this one, so that whoever listens may know. Alone, it tells nobody. */
export function tellHost(message: ToHost): void {
  if (window.parent !== window) window.parent.postMessage(message, '*');
}

/** Calls for each message of a kind that the host page sends, which may hold anything under its names. */
export function onHostTold<Type extends FromHost['type']>(
  type: Type,
  hear: (message: Extract<FromHost, { type: Type }>) => void,
): void {
  addEventListener('message', ({ source, data }) => {
    if (window.parent !== window && source === window.parent && data?.type === type) hear(data);
  });
}
