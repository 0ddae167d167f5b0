import { home } from '../home.ts';
import { list } from './cards.ts';

const afterMs = 400;
let claiming: ReturnType<typeof setTimeout> | undefined;

/** A card that has the focus for a moment is one that its moderator looks at, and the others are told. */
export function claimWhatIsLookedAt(): void {
  if (list.children.length > 0) list.addEventListener('focusin', claimSoon);
}

function claimSoon({ target }: FocusEvent): void {
  const card = target instanceof Element ? target.closest<HTMLElement>('.card') : null;
  clearTimeout(claiming);
  if (!card) return;
  claiming = setTimeout(() => {
    fetch(`${home}api/v1/claims/${card.dataset.id}`, { method: 'PUT' }).catch(() => undefined);
  }, afterMs);
}
