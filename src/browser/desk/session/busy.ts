/** Shows that what these buttons do is on its way, or is not any more. */
export function showBusy(within: Element, isBusy: boolean): void {
  for (const button of within.querySelectorAll('button')) {
    if (isBusy) button.setAttribute('aria-disabled', 'true');
    else button.removeAttribute('aria-disabled');
  }
}
