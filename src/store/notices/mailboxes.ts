import { type CompiledQuery, type RawBuilder, sql } from 'kysely';
import type { SiteMailbox } from '../../notices/mail/mailbox.ts';
import { dayMs, hourMs } from '../../world/clock.ts';
import { build, type Database } from '../database.ts';
import { writeLetter } from './letters.ts';

export interface Following extends SiteMailbox {
  comment: string;
  createdAt: number;
}

/** A flood of comments that name other people's addresses sends no flood of letters. */
const mostAskedAnHour = 60;
const mostAskedBySender = 10;

/**
 * What follows a comment, in the batch that stores it: and the letter that asks whether its mailbox wants that, where it
 * has neither answered nor been asked within a day.
 */
export function followComment({ comment, site, mailbox, createdAt }: Following): CompiledQuery<object>[] {
  const isNew = sql`not exists (select 1 from mailboxes where mailbox = ${mailbox}
      and (refused_at is not null or asked_at > ${createdAt - dayMs}))
    and not exists (select 1 from mailbox_answers where site_id = ${site} and mailbox = ${mailbox})`;
  return [
    sql<object>`insert into followed_comments (comment_id, site_id, mailbox)
      select id, site_id, ${mailbox} from comments where id = ${comment} and email is not null
      on conflict (comment_id) do nothing`.compile(build),
    writeLetter({
      ...{ kind: 'confirm', site, comment, mailbox, createdAt },
      where: sql`${isNew} and ${isCalm(site, comment, createdAt)}`,
    }),
    sql<object>`insert into mailboxes (mailbox, asked_at) select ${mailbox}, ${createdAt} where changes() > 0
      on conflict (mailbox) do update set asked_at = excluded.asked_at`.compile(build),
  ];
}

function isCalm(site: string, comment: string, now: number): RawBuilder<unknown> {
  return sql`(select count(*) from letters where kind = 'confirm' and site_id = ${site}
      and created_at > ${now - hourMs}) < ${mostAskedAnHour}
    and (select count(*) from letters join comments as asked on asked.id = letters.comment_id
      where kind = 'confirm' and letters.site_id = ${site} and letters.created_at > ${now - dayMs}
        and asked.sender <> '' and asked.sender = (select sender from comments where id = ${comment})) < ${mostAskedBySender}`;
}

/** Whether anything was asked or said at a mailbox, or is told there. */
export async function isKnownMailbox(database: Database, mailbox: string): Promise<boolean> {
  const tables = ['mailboxes', 'mailbox_answers', 'followed_comments', 'moderator_mailboxes'];
  const known = tables.map(
    (table) => sql`exists (select 1 from ${sql.table(table)} where mailbox = ${mailbox})`,
  );
  const rows = await database.query(sql`select 1 where ${sql.join(known, sql` or `)}`.compile(build));
  return rows.length > 0;
}

/** Whether the author of a comment is to be told of it; null where no address of theirs is kept. */
export async function isFollowed(database: Database, comment: string): Promise<boolean | null> {
  const [row] = await database.query(
    sql<{
      followed: 0 | 1;
    }>`select exists (select 1 from followed_comments where comment_id = comments.id) as followed
      from comments where id = ${comment} and email is not null`.compile(build),
  );
  return row ? row.followed === 1 : null;
}

export async function findEmail(database: Database, comment: string): Promise<string | undefined> {
  const [row] = await database.query(
    sql<{ email: string }>`select email from comments where id = ${comment} and email is not null`.compile(
      build,
    ),
  );
  return row?.email;
}

export async function unfollow(database: Database, comment: string): Promise<void> {
  await database.query(sql`delete from followed_comments where comment_id = ${comment}`.compile(build));
}

/** What was said at a mailbox so far: to a site, or to all. */
export type MailboxStanding = 'asked' | 'yes' | 'no' | 'none';

export async function readStanding(
  database: Database,
  { site, mailbox }: SiteMailbox,
): Promise<MailboxStanding> {
  const [row] = await database.query(
    sql<{ refused: number | null; answer: 'yes' | 'no' | null }>`select
      (select refused_at from mailboxes where mailbox = ${mailbox}) as refused,
      (select answer from mailbox_answers where site_id = ${site} and mailbox = ${mailbox}) as answer`.compile(
      build,
    ),
  );
  return row?.refused ? 'none' : (row?.answer ?? 'asked');
}

/** Says yes to the letters of a site, also after a no; what was decided meanwhile is told now. */
export async function accept(database: Database, { site, mailbox }: SiteMailbox, now: number): Promise<void> {
  await database.batch([
    sql`update mailboxes set refused_at = null where mailbox = ${mailbox}`.compile(build),
    answer({ site, mailbox }, 'yes', now),
    sql`insert into letters (id, kind, site_id, comment_id, mailbox, created_at, due_at)
      select lower(hex(randomblob(16))), 'decided', followed.site_id, comment_id, mailbox, ${now}, ${now}
      from followed_comments as followed join comments on comments.id = comment_id
      where followed.mailbox = ${mailbox} and followed.site_id = ${site} and version > 1
        and state in ('published', 'rejected', 'spam')
        and not exists (select 1 from letters as told where told.comment_id = comments.id and told.kind = 'decided'
          and (told.status = 'waiting' or told.answer = 'sent'))
      on conflict do nothing`.compile(build),
  ]);
}

/** Says no to the letters of a site: what waits goes, and nothing comes any more. */
export async function refuse(database: Database, { site, mailbox }: SiteMailbox, now: number): Promise<void> {
  await database.batch([
    answer({ site, mailbox }, 'no', now),
    sql`delete from letters where mailbox = ${mailbox} and site_id = ${site} and status = 'waiting'`.compile(
      build,
    ),
    sql`delete from followed_comments where mailbox = ${mailbox} and site_id = ${site}`.compile(build),
  ]);
}

/** The same for all sites there are. */
export async function refuseAll(database: Database, mailbox: string, now: number): Promise<void> {
  await database.batch([
    sql`insert into mailboxes (mailbox, asked_at, refused_at) values (${mailbox}, ${now}, ${now})
      on conflict (mailbox) do update set refused_at = excluded.refused_at`.compile(build),
    sql`delete from letters where mailbox = ${mailbox} and status = 'waiting'`.compile(build),
    sql`delete from followed_comments where mailbox = ${mailbox}`.compile(build),
  ]);
}

function answer({ site, mailbox }: SiteMailbox, said: 'yes' | 'no', now: number): CompiledQuery<object> {
  return sql<object>`insert into mailbox_answers (site_id, mailbox, answer, answered_at)
    values (${site}, ${mailbox}, ${said}, ${now})
    on conflict (site_id, mailbox) do update set answer = excluded.answer, answered_at = excluded.answered_at`.compile(
    build,
  );
}

/** Forgets mailboxes that nothing is told any more; a no is kept, since it is to hold. */
export async function forgetMailboxes(database: Database, now: number): Promise<void> {
  await database.batch([
    sql`delete from mailbox_answers where answer = 'yes' and answered_at < ${now - dayMs}
      and not exists (select 1 from followed_comments as followed
        where followed.mailbox = mailbox_answers.mailbox and followed.site_id = mailbox_answers.site_id)`.compile(
      build,
    ),
    sql`delete from mailboxes where refused_at is null and asked_at < ${now - dayMs}
      and not exists (select 1 from followed_comments where followed_comments.mailbox = mailboxes.mailbox)`.compile(
      build,
    ),
  ]);
}
