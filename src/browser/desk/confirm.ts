import { say } from './words.ts';

/** Asks in place before more is decided than can be seen; what is in focus first is to leave it. */
export function confirmed(sentence: string, action: string): Promise<boolean> {
  const dialog = document.createElement('dialog');
  dialog.id = 'sure';
  dialog.setAttribute('aria-labelledby', 'sure-title');
  const title = document.createElement('p');
  title.id = 'sure-title';
  title.textContent = sentence;
  const form = document.createElement('form');
  form.method = 'dialog';
  form.className = 'ends';
  form.append(button('', say('cancel'), 'act'), button('yes', action, 'act main'));
  dialog.append(title, form);
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue === 'yes');
    });
  });
}

function button(value: string, text: string, kind: string): HTMLButtonElement {
  const made = document.createElement('button');
  made.className = kind;
  made.value = value;
  made.textContent = text;
  return made;
}
