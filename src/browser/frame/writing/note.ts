import { announce } from '../page.ts';

/** One line beside the captcha, and to who hears the page; nothing takes it away. */
export function note(
  form: HTMLFormElement,
  sentence: string,
  { stands = 'told', aloud = true }: { stands?: 'told' | 'working' | 'done'; aloud?: boolean } = {},
): void {
  const place = form.querySelector<HTMLElement>('[data-note]');
  const line = place?.parentElement;
  if (place) place.textContent = sentence;
  if (line && sentence) line.dataset.stands = stands;
  else if (line) delete line.dataset.stands;
  if (aloud) announce(sentence);
}
