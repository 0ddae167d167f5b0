import {
  type DigestReader,
  type DigestToWrite,
  findReader,
  listTold,
  type ToldSite,
} from '../../../store/notices/digests.ts';
import type { WaitingLetter } from '../../../store/notices/letters.ts';
import { readQueueStanding } from '../../../store/notices/subjects.ts';
import { oneLine } from '../../line.ts';
import { standing } from '../../standing.ts';
import type { QueueStanding } from '../../subject.ts';
import type { Compose, Composed, ComposingWorld } from '../composing.ts';
import type { Part } from '../letter.ts';
import { moderatorToken } from './mailbox-token.ts';
import { letterWording } from './wording.ts';

const mostSites = 20;

/** Asks whether letters for a moderator are wanted at an address: with nothing in it that anybody could have written. */
export const composeAddress: Compose = async (world, waiting) => {
  const to = await addressed(world, waiting, 'asked');
  if (!to || to.mailbox !== waiting.mailbox) return undefined;
  const { desk, address } = letterWording[to.language];
  return letterTo(to, desk, address.subject, [
    { text: address.why },
    { text: address.yes },
    { link: to.page, label: address.open },
    { text: address.no },
  ]);
};

/** How the queues stand by now that it was written for; nothing where nothing waits there any more. */
export const composeDigest: Compose = async (world, waiting) => {
  const to = await addressed(world, waiting, 'yes');
  if (!to || !waiting.details) return undefined;
  const sites = await readSites(world, to, JSON.parse(waiting.details));
  if (sites.length === 0) return undefined;
  const { desk, why, change, stop } = letterWording[to.language];
  const [first, ...others] = sites;
  const sender = first && others.length === 0 ? first.name : desk;
  return letterTo(to, sender, subjectOf(to, sites), [
    ...linesOf(world, to, sites),
    { text: why },
    { link: `${world.publicUrl}/moderation/account#mail`, label: change },
    { link: to.page, label: stop },
  ]);
};

interface Addressed extends DigestReader {
  moderator: string;
  /** Where its mailbox says yes or no. */
  page: string;
}

/** Nothing where that is not what was said at the address by now. */
async function addressed(
  { database, secret, publicUrl }: ComposingWorld,
  { moderator }: WaitingLetter,
  answer: DigestReader['answer'],
): Promise<Addressed | undefined> {
  const reader = moderator ? await findReader(database, moderator) : undefined;
  if (!moderator || reader?.answer !== answer) return undefined;
  const token = moderatorToken({ secret }, { moderator, mailbox: reader.mailbox });
  return { ...reader, moderator, page: `${publicUrl}/mail/moderator/${token}` };
}

function letterTo(to: Addressed, sender: string, subject: string, parts: readonly Part[]): Composed {
  const { email, language, page } = to;
  return { to: email, language, sender, subject, parts, unsubscribe: `${page}/stop` };
}

interface Told extends ToldSite {
  queue: QueueStanding;
  line: string;
}

async function readSites(
  { database, now }: ComposingWorld,
  { moderator, language }: Addressed,
  about: DigestToWrite['about'],
): Promise<Told[]> {
  const sites = await listTold(database, moderator, about);
  const told = await Promise.all(
    sites.map(async (site) => {
      const queue = await readQueueStanding(database, site.id);
      const name = oneLine(site.name);
      return { ...site, name, queue, line: `${name}: ${standing(queue, language, now())}` };
    }),
  );
  return told.filter(({ queue: { waiting, appeals, reported }, ...site }) => {
    if (site.digest && waiting + reported > 0) return true;
    return (site.appeals && appeals > 0) || (site.reports && reported > 0);
  });
}

function subjectOf({ language }: Addressed, sites: readonly Told[]): string {
  const words = letterWording[language];
  const [first] = sites;
  const isAbout = (what: 'appeals' | 'reports') =>
    sites.some((site) => site[what] && site.queue[what === 'appeals' ? what : 'reported'] > 0);
  const [appeals, reports] = [isAbout('appeals'), isAbout('reports')];
  const news = words.news[appeals && reports ? 'both' : appeals ? 'appeals' : 'reports'];
  const isNews = appeals || reports;
  if (!first || sites.length > 1)
    return isNews ? words.newsAt(news, sites.length) : words.several(sites.length);
  return isNews ? `${first.name}: ${news}` : first.line;
}

function linesOf({ publicUrl }: ComposingWorld, { language }: Addressed, sites: readonly Told[]): Part[] {
  const words = letterWording[language];
  const rest = sites.length - mostSites;
  return [
    ...sites.slice(0, mostSites).flatMap(({ id, name, line, queue }) => {
      const tab = queue.waiting === 0 ? '&state=reported' : '';
      return [{ text: line }, { link: `${publicUrl}/moderation?site=${id}${tab}`, label: words.open(name) }];
    }),
    ...(rest > 0 ? [{ text: words.more(rest) }] : []),
  ];
}
