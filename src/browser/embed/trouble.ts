import { ask, home, siteOf } from './home.ts';

interface Trouble {
  reason?: string | null;
  detail?: string;
}

/** Asks why nothing comes up, and tells the site's owner in one line; null where nothing is known to be wrong. */
export async function troubleOf(element: HTMLElement): Promise<string | null> {
  const answer = await ask<Trouble>(`api/v1/embedding?site=${siteOf(element)}`).catch((): Trouble => ({}));
  const { reason = 'unreachable', detail = `${reason} ${home}` } = answer;
  if (reason) {
    console.warn(`binh-luan: ${detail}`);
    announce(element, { type: 'binh-luan:error', reason });
  }
  return reason;
}

/** Tells the host page: what happened is the event's name, and all else its detail. */
export function announce(
  element: HTMLElement,
  { type, ...detail }: { type: string; [more: string]: unknown },
): void {
  element.dispatchEvent(new CustomEvent(type, { bubbles: true, detail }));
}
