import { home } from '../../home.ts';
import { input, root, Told } from '../page.ts';
import { ask } from '../request.ts';
import { showBesides, showPicture } from './picture.ts';

/** The challenges that are on their way, by the forms that they are for. */
const renewals = new WeakMap<HTMLFormElement, Promise<void>>();

/** Another challenge in place of the one that a form has, if it has one; whoever asks meanwhile waits for the same. */
export function renewChallenge(form: HTMLFormElement): Promise<void> {
  const renewal = renewals.get(form) ?? renew(form).finally(() => renewals.delete(form));
  renewals.set(form, renewal);
  return renewal;
}

/** Whether the challenge of a form is about to be another. */
export function isRenewed(form: HTMLFormElement): boolean {
  return renewals.has(form);
}

/** What was an answer to the one before answers it no more. */
async function renew(form: HTMLFormElement): Promise<void> {
  const id = input(form, 'challenge');
  const answer = await ask(`${home}api/v1/sites/${root.dataset.site}/challenges`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(id.value ? { replaces: id.value } : {}),
  });
  const challenge = await answer.json();
  if (!answer.ok) throw new Told(challenge.detail);
  const { contentType, data } = challenge.image;
  showPicture(form, `data:${contentType};base64,${data}`);
  form.querySelector('[data-spoken]')?.setAttribute('src', `${home}api/v1/challenges/${challenge.id}/audio`);
  const work = form.querySelector<HTMLInputElement>('[data-work]');
  work?.setAttribute('data-work', JSON.stringify(challenge.proofOfWork));
  if (work) work.value = '';
  const typed = form.querySelector<HTMLInputElement>('[name=answer]');
  if (typed) typed.value = '';
  id.value = challenge.id;
  showBesides(form, challenge.pictureBesides === true);
  noteNew(form);
}

/** When challenges end, by their ids. */
const ends = new Map<string, number>();

/** A challenge that came just now, where it is not known from before. */
export function noteNew(form: HTMLFormElement): void {
  const challenge = form.querySelector<HTMLInputElement>('[name=challenge]');
  if (challenge && !ends.has(challenge.value))
    ends.set(challenge.value, Date.now() + Number(challenge.dataset.lives));
}

/** When the challenge of a form ends. */
export function endsAt(form: HTMLFormElement): number {
  const { value: id, dataset } = input(form, 'challenge');
  const known = ends.get(id) ?? endOfFirst(id, Number(dataset.lives));
  ends.set(id, known);
  return known;
}

/**
 * The page may be older than this visit, so its id says when, by the service's clock; where that cannot be by ours, all
 * its time began with the page. Any later one was made just now, and a clock that is wrong does not renew it for ever.
 */
function endOfFirst(id: string, lives: number): number {
  const left = Number.parseInt(id.split('~')[2] ?? '', 36) - performance.timeOrigin;
  return performance.timeOrigin + (left > 0 && left < lives ? left : lives);
}
