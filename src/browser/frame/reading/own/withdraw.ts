// A known reader takes a comment of theirs back where it stands, after a question.
import { home } from '../../../home.ts';
import { leadTo } from '../../focus.ts';
import { announce, one, root, Told } from '../../page.ts';
import { ask } from '../../request.ts';
import { say } from '../../say.ts';
import { newLine } from '../../writing/button.ts';
import { noteWithdrawn } from './own.ts';

export async function askWithdraw(button: HTMLElement): Promise<void> {
  const { comment = '' } = button.dataset;
  document.querySelector('[data-withdrawing]')?.remove();
  const question = newLine('asking', say('askWithdraw'), [
    [say('withdraw'), { do: 'withdraw', comment }],
    [say('keepComment'), { do: 'keep-comment' }],
  ]);
  question.dataset.withdrawing = '';
  placeOf(button).append(question);
  leadTo(one('button', question));
}

export async function withdraw(button: HTMLElement): Promise<void> {
  const { comment = '' } = button.dataset;
  const answer = await ask(`${home}api/v1/sites/${root.dataset.site}/own/${comment}`, {
    method: 'DELETE',
  });
  if (!answer.ok) throw new Told((await answer.json()).detail);
  noteWithdrawn(comment);
  document.getElementById(`c-${comment}`)?.replaceWith(newLine('hint', say('withdrawn'), []));
  announce(say('withdrawn'));
  leadTo(one('#own summary'));
}

export async function keepComment(button: HTMLElement): Promise<void> {
  const place = placeOf(button);
  button.closest('.asking')?.remove();
  leadTo(one('[data-do=ask-withdraw]', place));
}

function placeOf(button: Element): Element {
  const place = button.closest('li');
  if (!place) throw new Error('no comment to withdraw');
  return place;
}
