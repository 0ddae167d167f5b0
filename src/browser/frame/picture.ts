import { announce, one, say } from './page.ts';

/** In place of a picture that did not come: why, and a button for another try. */
export function showMissing(sentence: string): void {
  document.querySelector('#unpictured')?.remove();
  const told = document.createElement('p');
  told.id = 'unpictured';
  told.className = 'mistake';
  told.append(`${sentence} `, retryButton());
  const picture = one('#picture');
  picture.hidden = true;
  picture.after(told);
  announce(sentence);
}

function retryButton(): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'link target';
  button.dataset.way = 'picture';
  button.textContent = say('retry');
  return button;
}

export function showPicture(source: string): void {
  document.querySelector('#unpictured')?.remove();
  const picture = document.querySelector<HTMLImageElement>('#picture');
  if (!picture) return;
  picture.src = source;
  picture.hidden = false;
}
