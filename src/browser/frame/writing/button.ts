/** A button that does what `does` says, by the name that clicks are heard by. */
export function newButton(label: string, does: Readonly<Record<string, string>>): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'button';
  button.textContent = label;
  Object.assign(button.dataset, does);
  return button;
}
