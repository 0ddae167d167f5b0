/** Changes what is shown; a form that is open under a comment stays open there, with what was typed. */
export function keepingForm(change: () => void): void {
  const form = document.querySelector('#tra-loi, #bao-cao');
  const comment = form?.closest('.comment')?.id;
  change();
  if (form && comment && !form.isConnected) document.getElementById(comment)?.append(form);
}
