import type { Language } from '../../language/language.ts';
import { knownMailboxOf } from '../../notices/mail/mailbox.ts';
import { Problem } from '../../problem.ts';
import {
  type KeptBeside,
  listBeside,
  listSetOnSender,
  type SetOnSender,
} from '../../store/erasure/kept-beside.ts';
import { type KeptComment, listKept } from '../../store/erasure/readers.ts';
import type { World } from '../../world/world.ts';
import { leftOut } from './left-out.ts';

type Keeping = Pick<World, 'database' | 'secret' | 'oldSecrets'>;

/** For an operator: all that is kept of these comments and their authors, with what moderators set on who sent them. */
export async function copyComments(world: Keeping, ids: readonly string[]) {
  return Promise.all(
    (await listAll(world, ids)).map(async (kept) => ({
      ...toCopy(kept),
      setOnSender: withTimes(await listSetOnSender(world.database, kept)),
    })),
  );
}

/** The copy for who holds the receipt; it names what is kept and stands not in it, and why. */
export async function copyOwnComment(world: Keeping, id: string, language: Language) {
  const [kept] = await listAll(world, [id]);
  if (!kept)
    throw new Problem('not-found', { vi: 'Không có bình luận này.', en: 'There is no such comment.' });
  const { risk: _, findings: __, ...own } = toCopy(kept);
  const notHere = Object.values(leftOut).map(({ what, why }) => ({
    what: what[language],
    why: why[language],
  }));
  return { ...own, leftOut: notHere };
}

type Kept = KeptComment & KeptBeside;

async function listAll(world: Keeping, ids: readonly string[]): Promise<Kept[]> {
  const comments = await listKept(world.database, ids);
  const mailboxes = await Promise.all(
    comments.map(async ({ id, email }) => [id, email === null ? '' : await knownMailboxOf(world, email)]),
  );
  const beside = await listBeside(world.database, ids, Object.fromEntries(mailboxes));
  return comments.flatMap((kept) => {
    const more = beside.get(kept.id);
    return more ? [{ ...kept, ...more }] : [];
  });
}

function toCopy({ createdAt, appeal, edits, decisions, letters, mailbox, reader, ...same }: Kept) {
  const { pickedAt, takenBackAt, consent, ...rest } = same;
  return {
    ...rest,
    createdAt: isoTime(createdAt),
    appeal: appeal && timed(appeal),
    consent: consent && timed(consent),
    edits: edits.map(timed),
    decisions: decisions.map(timed),
    pickedAt: isoTimeOf(pickedAt),
    takenBackAt: isoTimeOf(takenBackAt),
    letters: letters.map(timed),
    mailbox: mailbox && {
      askedAt: isoTimeOf(mailbox.askedAt),
      refusedAt: isoTimeOf(mailbox.refusedAt),
      answer: mailbox.answer && timed(mailbox.answer),
    },
    reader: reader && {
      name: reader.name,
      lastAt: isoTime(reader.lastAt),
      likes: reader.likes.map(timed),
      reports: reader.reports.map(timed),
    },
  };
}

function withTimes({ notes, holds, blocks }: SetOnSender) {
  return {
    notes: notes.map(timed),
    holds: holds.map(timed),
    blocks: blocks.map(({ at, until }) => ({ at: isoTime(at), until: isoTime(until) })),
  };
}

function timed<One extends { at: number }>(one: One): Omit<One, 'at'> & { at: string } {
  return { ...one, at: isoTime(one.at) };
}

function isoTimeOf(milliseconds: number | null): string | null {
  return milliseconds === null ? null : isoTime(milliseconds);
}

function isoTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
