import type { WaitingLetter } from '../../store/notices/letters.ts';
import { readStanding } from '../../store/notices/mailboxes.ts';
import {
  type Followed,
  findFollowed,
  listToldReplies,
  type ToldReply,
} from '../../store/notices/reader-letters.ts';
import { findTellingSite } from '../../store/notices/subjects.ts';
import { receiptFor } from '../../world/receipt.ts';
import { oneLine } from '../line.ts';
import type { TellingSite } from '../subject.ts';
import type { Compose, Composed, ComposingWorld } from './composing.ts';
import type { Part } from './letter.ts';
import { mailboxToken } from './mailbox.ts';
import { readerWording } from './reader-wording.ts';

const mostReplies = 10;

/** Asks whether a mailbox wants letters: with nothing in it that somebody else could have written. */
export const composeConfirm: Compose = async (world, waiting) => {
  const place = await placeOf(world, waiting, 'asked');
  const followed = waiting.comment ? await findFollowed(world.database, waiting.comment) : undefined;
  if (!place || !followed?.email) return undefined;
  const { confirm } = place.words;
  return letterTo(place, followed.email, confirm.subject(place.name), [
    { text: confirm.why(place.name) },
    { text: confirm.yes },
    { link: place.page, label: confirm.open },
    { text: confirm.no },
  ]);
};

/** What became of a comment, as it stands by now. */
export const composeDecided: Compose = async (world, waiting) => {
  const place = await placeOf(world, waiting, 'yes');
  const followed = waiting.comment ? await findFollowed(world.database, waiting.comment) : undefined;
  if (!place || !followed?.email) return undefined;
  const told = toldOf(place, followed);
  if (!told) return undefined;
  const { words } = place;
  return letterTo(place, followed.email, told.subject, [
    { text: words.hello(oneLine(followed.author)) },
    ...told.parts,
    { quote: followed.body },
    { link: receiptPage(world, followed.id), label: words.follow },
    ...foot(place),
  ]);
};

/** What helps nobody to get past the filter: of spam no more is told than that it was not published. */
function toldOf({ words, name }: Place, followed: Followed): { subject: string; parts: Part[] } | undefined {
  const { state, title, reason, appealed } = followed;
  const on = words.on(oneLine(title), name);
  if (state === 'published') {
    const { subject, said, again } = words.published;
    return { subject, parts: [{ text: appealed ? again(on) : said(on) }] };
  }
  if (state !== 'rejected' && state !== 'spam') return undefined;
  const { subject, said, again, because, appeal, stillSubject } = words.refused;
  return {
    subject: appealed ? stillSubject : subject,
    parts: [
      { text: appealed ? again(on) : said(on) },
      ...(reason && state === 'rejected' ? [{ text: because(oneLine(reason, 500)) }] : []),
      ...(appealed ? [] : [{ text: appeal }]),
    ],
  };
}

/** All answers of an hour, to any comment of that mailbox. */
export const composeReplied: Compose = async (world, waiting) => {
  const place = await placeOf(world, waiting, 'yes');
  const replies = await listToldReplies(world.database, waiting.id);
  const [first] = replies;
  if (!place || !first) return undefined;
  const { replied } = place.words;
  const shown = replies.slice(0, mostReplies);
  const rest = replies.length - shown.length;
  return letterTo(place, first.email, replied.subject(replies.length), [
    ...shown.flatMap((reply) => quoted(place, reply)),
    ...(rest > 0 ? [{ text: replied.more(rest) }] : []),
    ...linksTo(world, place, shown),
    ...foot(place),
  ]);
};

function quoted({ words, name }: Place, { author, title, body }: ToldReply): Part[] {
  return [{ text: words.replied.by(oneLine(author), words.on(oneLine(title), name)) }, { quote: body }];
}

function linksTo(world: ComposingWorld, { words }: Place, replies: readonly ToldReply[]): Part[] {
  const parents = new Map(replies.map(({ parent, title }) => [parent, title]));
  return [...parents].map(([parent, title]) => ({
    link: receiptPage(world, parent),
    label: parents.size === 1 ? words.replied.see : `${words.replied.see} (${oneLine(title)})`,
  }));
}

interface Place {
  site: TellingSite;
  /** The site's name, on one line. */
  name: string;
  words: (typeof readerWording)['vi'];
  /** Where its mailbox says yes or no. */
  page: string;
}

/** Nothing where that is not what was said at the mailbox by now. */
async function placeOf(
  { database, secret, publicUrl }: ComposingWorld,
  { site: id, mailbox }: WaitingLetter,
  standing: 'asked' | 'yes',
): Promise<Place | undefined> {
  if (!id || !mailbox) return undefined;
  if ((await readStanding(database, { site: id, mailbox })) !== standing) return undefined;
  const site = await findTellingSite(database, id);
  if (!site) return undefined;
  const page = `${publicUrl}/mail/${mailboxToken({ secret }, { site: id, mailbox })}`;
  return { site, name: oneLine(site.name), words: readerWording[site.language], page };
}

function letterTo({ site, page }: Place, to: string, subject: string, parts: readonly Part[]): Composed {
  return { to, language: site.language, sender: site.name, subject, parts, unsubscribe: `${page}/stop` };
}

function foot({ words, page, name }: Place): Part[] {
  return [{ text: words.why(name) }, { link: page, label: words.stop }];
}

function receiptPage({ publicUrl, secret }: ComposingWorld, comment: string): string {
  return `${publicUrl}/receipts/${receiptFor({ secret }, comment)}`;
}
