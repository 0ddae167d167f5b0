import { home } from '../home.ts';
import { input, root, Told } from './page.ts';
import { showPicture } from './picture.ts';

/** Another challenge in place of the one that is there. */
export async function renewChallenge(): Promise<void> {
  const id = input('challenge');
  const answer = await fetch(`${home}api/v1/sites/${root.dataset.site}/challenges`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ replaces: id.value }),
  });
  const challenge = await answer.json();
  if (!answer.ok) throw new Told(challenge.detail);
  const { contentType, data } = challenge.image;
  showPicture(`data:${contentType};base64,${data}`);
  document.querySelector('#spoken')?.setAttribute('src', `${home}api/v1/challenges/${challenge.id}/audio`);
  const work = document.querySelector<HTMLInputElement>('[data-work]');
  work?.setAttribute('data-work', JSON.stringify(challenge.proofOfWork));
  if (work) work.value = '';
  id.value = challenge.id;
}
