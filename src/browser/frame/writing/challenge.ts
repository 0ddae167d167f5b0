import { home } from '../../home.ts';
import { input, root, Told } from '../page.ts';
import { showPicture } from './picture.ts';

/** Another challenge in place of the one that a form has. */
export async function renewChallenge(form: HTMLFormElement): Promise<void> {
  const id = input(form, 'challenge');
  const answer = await fetch(`${home}api/v1/sites/${root.dataset.site}/challenges`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ replaces: id.value }),
  });
  const challenge = await answer.json();
  if (!answer.ok) throw new Told(challenge.detail);
  const { contentType, data } = challenge.image;
  showPicture(form, `data:${contentType};base64,${data}`);
  form.querySelector('[data-spoken]')?.setAttribute('src', `${home}api/v1/challenges/${challenge.id}/audio`);
  const work = form.querySelector<HTMLInputElement>('[data-work]');
  work?.setAttribute('data-work', JSON.stringify(challenge.proofOfWork));
  if (work) work.value = '';
  id.value = challenge.id;
}
