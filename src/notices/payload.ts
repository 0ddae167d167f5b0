import type { DeliveryKind } from './event.ts';
import type { CommentTold, Payload } from './payload-shapes.ts';
import type { QueueStanding, Subject, TellingSite } from './subject.ts';

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

/** What a webhook is told. */
export function payloadOf(told: ToTell): Payload {
  const { kind, createdAt, site, subject, queue } = told;
  const about = { version: 1, site: site.id, desk: deskLink(told) } as const;
  const data = subject ? { ...about, comment: commentOf(told, subject), decision: subject.decision } : about;
  return {
    type: kind,
    timestamp: iso(createdAt),
    data: queue ? { ...data, queue: queueOf(queue) } : data,
  } as Payload;
}

/** Of what its author took back nothing is said but that it was. */
function commentOf({ state, version }: ToTell, subject: Subject): CommentTold {
  const { decision: _, reasons, createdAt, state: stateNow, ...comment } = subject;
  const isTakenBack = stateNow === 'withdrawn';
  return {
    ...comment,
    ...(isTakenBack && { author: '', body: '' }),
    state: state ?? stateNow,
    version,
    stateNow,
    createdAt: iso(createdAt),
    reasons: reasons.map(({ rule, vi, en }) => ({ rule, message: { vi, en } })),
  } as CommentTold;
}

function queueOf({ oldestAt, ...queue }: QueueStanding) {
  return { ...queue, oldestAt: oldestAt === null ? null : iso(oldestAt) };
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
