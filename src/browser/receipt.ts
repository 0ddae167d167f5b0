const field = document.querySelector<HTMLInputElement>('#address');
const button = document.querySelector<HTMLButtonElement>('[data-copy]');

// Pages of plain http have no clipboard.
if (field && button && navigator.clipboard) {
  button.hidden = false;
  button.addEventListener('click', () => copy(field, button));
}

/** Where the browser does not let us, the address is selected, so that its own command copies it. */
async function copy(field: HTMLInputElement, button: HTMLButtonElement): Promise<void> {
  field.select();
  const isCopied = await navigator.clipboard.writeText(field.value).then(
    () => true,
    () => false,
  );
  const status = document.querySelector('[role=status]');
  if (status) status.textContent = isCopied ? (button.dataset.copy ?? '') : '';
}
