import type { Site } from '../sites/site.ts';
import { storeReport } from '../store/comments/reports.ts';
import { findPublishedOf } from '../store/comments/thread.ts';
import { takeAttempts } from '../store/limits/attempts.ts';
import { sharesOf } from '../world/networks.ts';
import { tooFast } from '../world/too-fast.ts';
import type { World } from '../world/world.ts';
import { notShown } from './branches.ts';
import type { Sender } from './sender.ts';

export const reportReasons = ['insult', 'spam', 'false', 'private', 'other'] as const;
export type ReportReason = (typeof reportReasons)[number];

const perMinute = 10;
const minuteMs = 60_000;
/** So many are enough for a moderator to look; more would only fill the database. */
const mostUnsettled = 20;

export interface NewReport {
  commentId: string;
  reason: ReportReason;
  details: string;
}

/** Tells the moderators; nothing public changes. The same sender's second report is the same as the first. */
export async function report(world: World, site: Site, sender: Sender, given: NewReport): Promise<void> {
  await limitReports(world, site, sender.id);
  if (!(await findPublishedOf(world.database, site.id, given.commentId))) throw notShown();
  const stored = { ...given, sender: sender.id, createdAt: world.now() };
  await storeReport(world.database, site.id, stored, mostUnsettled, sender.ids);
}

async function limitReports(world: World, site: Site, sender: string): Promise<void> {
  if (site.pace === 'off') return;
  const now = world.now();
  const allowed = sharesOf(sender).map(({ name, times }) => ({
    subject: `report ${site.id} ${name}`,
    windowMs: minuteMs,
    most: perMinute * times,
  }));
  const counts = await takeAttempts(world.database, allowed, now);
  if (!counts.includes(undefined)) return;
  throw tooFast(
    'report',
    {
      vi: 'Bạn đã gửi nhiều báo cáo trong ít phút. Vui lòng đợi một phút rồi thử lại.',
      en: 'You have sent many reports in a short time. Please wait a minute and try again.',
    },
    Math.ceil((minuteMs - (now % minuteMs)) / 1000),
  );
}
