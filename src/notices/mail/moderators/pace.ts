import type { DigestToWrite, DueDigest } from '../../../store/notices/digests.ts';
import { hourMs } from '../../../world/clock.ts';

const minuteMs = 60_000;
/** No moderator is sent more letters within a day, and the last of these are for digests that have their time. */
const mostADay = 24;
const mostByPace = 22;

/** How long nothing more is told after so many letters within a day: a wave is told soon, and then by the hour. */
export function pauseAfter(letters: number): number {
  if (letters < 4) return 5 * minuteMs;
  return letters < 13 ? hourMs : 2 * hourMs;
}

/** The one letter that is due to a moderator by now, of all that might be; nothing where it is too soon. */
export function letterDue(due: readonly DueDigest[], now: number): DigestToWrite | undefined {
  const [first] = due;
  if (!first || first.letters >= mostADay) return undefined;
  const { moderator, written, letters, lastAt } = first;
  const isCalm = letters < mostByPace && now - lastAt >= pauseAfter(letters);
  const isHour = isCalm && now - lastAt >= hourMs;
  const sites = (isDue: (one: DueDigest) => unknown) => due.filter(isDue).map(({ site }) => site);
  const about = {
    digest: sites(({ isLong, isTime }) => isTime || (isLong && isHour)),
    appeals: sites(({ appealed }) => appealed && isCalm),
    reports: sites(({ reported }) => reported && isCalm),
  };
  if (Object.values(about).flat().length === 0) return undefined;
  const isAlert = about.appeals.length + about.reports.length > 0;
  return { moderator, written, about, kind: isAlert ? 'alert' : 'digest' };
}
