import type { DeliveryKind } from './event.ts';
import type { QueueStanding, Subject, TellingSite } from './subject.ts';

/** What is told by a webhook; `version` changes where a reader of the one before would no longer understand it. */
export interface Payload {
  type: DeliveryKind;
  /** When it happened; ISO 8601. */
  timestamp: string;
  data: {
    version: 1;
    site: string;
    /** Where a moderator finds it. */
    desk: string;
    comment?: object;
    decision?: { id: string; action: string; reason: string | null } | null;
    queue?: object;
  };
}

export interface ToTell {
  kind: DeliveryKind;
  createdAt: number;
  site: TellingSite;
  /** As it stood then; what it is about may have changed since. */
  state: string | null;
  version: number | null;
  subject?: Subject | undefined;
  queue?: QueueStanding | undefined;
  publicUrl: string;
}

export function payloadOf(told: ToTell): Payload {
  const { kind, createdAt, site, subject, queue } = told;
  return {
    type: kind,
    timestamp: iso(createdAt),
    data: {
      version: 1,
      site: site.id,
      desk: deskLink(told),
      ...(subject && { comment: commentOf(told, subject), decision: subject.decision }),
      ...(queue && { queue: { ...queue, oldestAt: queue.oldestAt === null ? null : iso(queue.oldestAt) } }),
    },
  };
}

function commentOf({ state, version }: ToTell, subject: Subject): object {
  const { decision: _, reasons, createdAt, state: stateNow, ...comment } = subject;
  return {
    ...comment,
    state,
    version,
    stateNow,
    createdAt: iso(createdAt),
    reasons: reasons.map(({ rule, vi, en }) => ({ rule, message: { vi, en } })),
  };
}

/** The very comment at the desk, or the queue of the site. */
export function deskLink({ publicUrl, site, subject }: ToTell): string {
  return subject
    ? `${publicUrl}/moderation/comments/${subject.id}`
    : `${publicUrl}/moderation?site=${encodeURIComponent(site.id)}`;
}

function iso(time: number): string {
  return new Date(time).toISOString();
}
