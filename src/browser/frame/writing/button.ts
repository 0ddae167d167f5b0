/** A sentence with buttons that do something. */
export function newLine(
  kind: string,
  sentence: string,
  buttons: readonly [label: string, does: Readonly<Record<string, string>>][],
): HTMLElement {
  const line = document.createElement('p');
  line.className = `row ${kind}`;
  if (kind === 'asking') line.role = 'alert';
  line.append(sentence, ...buttons.map(([label, does]) => newButton(label, does)));
  return line;
}

/** A button that does what `does` says, by the name that clicks are heard by. */
export function newButton(label: string, does: Readonly<Record<string, string>>): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'button';
  button.textContent = label;
  Object.assign(button.dataset, does);
  return button;
}
