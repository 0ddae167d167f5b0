// "3 giờ trước" goes on being true in a page that stays open.
import { ago, timeZone } from '../../language/ago.ts';
import type { Language } from '../../language/language.ts';

const everyMs = 30_000;
const language = document.documentElement.lang as Language;

export function keepTimes(): void {
  setInterval(() => {
    if (document.hidden) return;
    for (const time of document.querySelectorAll('time')) showTime(time, Date.parse(time.dateTime));
  }, everyMs);
}

export function showTime(time: HTMLTimeElement, at: number): void {
  time.dateTime = new Date(at).toISOString();
  const said = ago(at, Date.now(), language);
  if (said !== time.textContent) time.textContent = said;
  time.title ||= new Date(at).toLocaleString(language, { timeZone });
}
