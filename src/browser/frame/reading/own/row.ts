import { say } from '../../say.ts';
import { showTime } from '../../times.ts';
import { receiptAddress, withdrawal } from './in-thread.ts';
import type { Mine } from './kept.ts';

/** A comment in the list of all that its reader has sent. */
export function rowOf(own: Mine): HTMLElement {
  const row = document.createElement('li');
  row.dataset.says = whatIsSaid(own);
  const text = document.createElement('p');
  text.textContent = own.body;
  row.append(text, headOf(own));
  if (own.isKnown && ['pending', 'published'].includes(own.state)) row.append(withdrawal(own.id));
  return row;
}

/** Equal for rows that show the same. */
export function whatIsSaid({ id, state, body, title, isKnown }: Mine): string {
  return JSON.stringify([id, state, body, title, isKnown]);
}

function headOf({ receipt, state, createdAt, title }: Mine): HTMLElement {
  const head = document.createElement('p');
  const time = document.createElement('time');
  head.className = 'hint';
  showTime(time, createdAt);
  head.append(linkTo(receipt, say(state)), ' · ', time, ` · ${title}`);
  return head;
}

function linkTo(receipt: string, label: string): HTMLElement {
  const link = document.createElement('a');
  link.href = receiptAddress(receipt);
  link.target = '_blank';
  link.rel = 'noopener';
  link.textContent = label;
  return link;
}
