// A comment that is in view for a moment is one that its moderator looks at, and the others are told until one walks on.
import { home } from '../../home.ts';
import { isOpen } from './rows.ts';

const afterMs = 400;
const renewMs = 60_000;
let soon: ReturnType<typeof setTimeout> | undefined;
let held: string | undefined;

export function claimSoon(row: HTMLElement): void {
  const { id } = row.dataset;
  clearTimeout(soon);
  if (held !== id) letGo();
  if (id && isOpen(row)) soon = setTimeout(() => claim(id), afterMs);
}

/** What is in view is looked at all the while, and no more once the page is left. */
export function keepClaims(): void {
  setInterval(() => held && document.visibilityState === 'visible' && claim(held), renewMs);
  // What is sent now may claim the next one, or this one again.
  let sent = false;
  document.addEventListener('submit', ({ defaultPrevented }) => {
    sent ||= !defaultPrevented;
  });
  addEventListener('pagehide', () => sent || letGo());
}

export function letGo(): void {
  if (held) tellService('DELETE', held);
  held = undefined;
}

export function claim(id: string): void {
  held = id;
  tellService('PUT', id);
}

function tellService(method: string, id: string): void {
  fetch(`${home}api/v1/claims/${id}`, { method, keepalive: method === 'DELETE' }).catch(() => undefined);
}
