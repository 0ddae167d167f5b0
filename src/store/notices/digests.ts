import { type RawBuilder, sql } from 'kysely';
import type { Language } from '../../language/language.ts';
import { dayMs, hourMs, vietnamMs } from '../../world/clock.ts';
import { hasChanged } from '../acts/record.ts';
import { among, build, type Database } from '../database.ts';
import { isServed } from '../sites.ts';
import { writeLetter } from './letters.ts';
import { saidNoToAll } from './moderator-mailboxes.ts';

/** What is to be told at once where it is wanted. */
export type AlertCause = 'appeal' | 'report';

/**
 * Notes, in the batch of an appeal or a report, that it is to be told to whoever wants that at once. May be run twice;
 * `where` says of the row `comments` whether it happened.
 */
export function noteAlert(cause: AlertCause, comment: string, now: number, where: RawBuilder<unknown>) {
  const [since, wanted] = cause === 'appeal' ? ['appealed_at', 'appeals'] : ['reported_at', 'reports'];
  return sql<object>`update digests set ${sql.ref(since)} = ${now}
    where ${sql.ref(wanted)} = 1 and ${sql.ref(since)} is null
      and site_id = (select site_id from comments where id = ${comment} and ${where})
      and exists (select 1 from moderator_mailboxes
        where moderator_mailboxes.moderator_id = digests.moderator_id and answer = 'yes')`.compile(build);
}

/** Something that a moderator might be told of a site by now, and what they were told before. */
export interface DueDigest {
  moderator: string;
  /** How many letters were written to them: what is written next is by this. */
  written: number;
  site: string;
  appealed: 0 | 1;
  reported: 0 | 1;
  /** Whether something waits for longer than they want. */
  isLong: 0 | 1;
  /** Whether the time of day has come since the last. */
  isTime: 0 | 1;
  /** How many letters they were sent within a day, and when the last was. */
  letters: number;
  lastAt: number;
}

const toThem = sql`letters.moderator_id = moderator_mailboxes.moderator_id and letters.kind in ('digest', 'alert')`;

/** What might be due to those who are told by letters, have none on its way, and still work on the site. */
export async function listDue(
  database: Database,
  now: number,
  which: 'all' | 'alerts',
): Promise<DueDigest[]> {
  const sent = sql`letters where ${toThem} and answer is not 'nothing' and created_at > ${now - 2 * dayMs}
    and tried_at <= ${now + hourMs}`;
  const isAlerted = sql`(appealed_at is not null or reported_at is not null)`;
  const isDue = which === 'alerts' ? isAlerted : sql`(${isAlerted} or ${isLong(now)} or ${isTime(now)})`;
  return database.query(
    sql<DueDigest>`select moderator_mailboxes.moderator_id as moderator, written, site_id as site,
        appealed_at is not null as appealed, reported_at is not null as reported,
        ${which === 'all' ? isLong(now) : sql`0`} as "isLong", ${which === 'all' ? isTime(now) : sql`0`} as "isTime",
        (select count(*) from ${sent} and tried_at > ${now - dayMs}) as letters,
        (select coalesce(max(tried_at), 0) from ${sent}) as "lastAt"
      from digests join moderator_mailboxes on moderator_mailboxes.moderator_id = digests.moderator_id
        join moderators on moderators.id = digests.moderator_id
      where answer = 'yes' and not ${saidNoToAll} and ${worksOn(sql`site_id`)} and ${isDue}
        and not exists (select 1 from letters where ${toThem} and status = 'waiting')
      order by digests.moderator_id, site_id`.compile(build),
  );
}

/** Whether the account of the row `moderators` is open, and the site one of those that it works on. */
export function worksOn(site: RawBuilder<unknown>) {
  return sql<boolean>`(disabled_at is null and (all_sites = 1 or exists (select 1 from moderator_sites
    where moderator_sites.moderator_id = moderators.id and moderator_sites.site_id = ${site})))`;
}

/** What waits apart is left aside, as at the desk. */
function isLong(now: number) {
  return sql<0 | 1>`(choice = 'waiting' and exists (select 1 from comments
    where comments.site_id = digests.site_id and state = 'pending' and apart = 0
      and comments.created_at < ${now} - 60000 * minutes))`;
}

function isTime(now: number) {
  const last = sql`${now} - (${now + vietnamMs} - 60000 * minute_of_day) % ${sql.lit(dayMs)}`;
  return sql<0 | 1>`(choice = 'daily' and (told_at < ${last} or told_at > ${now + hourMs}))`;
}

export interface DigestToWrite {
  moderator: string;
  written: number;
  kind: 'digest' | 'alert';
  /** Which sites it is about, and why. */
  about: { digest: string[]; appeals: string[]; reports: string[] };
}

/** Writes a letter, and notes that this is told: nothing where somebody else has written one since that was found due. */
export async function writeDigest(
  database: Database,
  { moderator, written, kind, about }: DigestToWrite,
  now: number,
): Promise<void> {
  const sites = [...new Set(Object.values(about).flat())];
  await database.batch([
    sql`update moderator_mailboxes set written = written + 1
      where moderator_id = ${moderator} and written = ${written} and answer = 'yes'`.compile(build),
    writeLetter({ kind, moderator, details: about, createdAt: now, where: hasChanged }),
    sql`update digests set told_at = ${now}, appealed_at = null, reported_at = null
      where moderator_id = ${moderator} and site_id in ${among(sites)} and ${hasChanged}`.compile(build),
  ]);
}

/** Whom a letter goes to, as that is by now. */
export interface DigestReader {
  email: string;
  mailbox: string;
  answer: 'asked' | 'yes';
  language: Language;
}

/** Nothing where the account is shut, has no address, or is told nothing there. */
export async function findReader(database: Database, moderator: string): Promise<DigestReader | undefined> {
  const [row] = await database.query(
    sql<DigestReader>`select email, mailbox, answer, language
      from moderator_mailboxes join moderators on moderators.id = moderator_mailboxes.moderator_id
      where moderators.id = ${moderator} and disabled_at is null and answer <> 'no' and not ${saidNoToAll}`.compile(
      build,
    ),
  );
  return row;
}

/** A site that a letter is about, as far as its reader still works on it and wants that. */
export interface ToldSite {
  id: string;
  name: string;
  digest: 0 | 1;
  appeals: 0 | 1;
  reports: 0 | 1;
}

export function listTold(
  database: Database,
  moderator: string,
  { digest, appeals, reports }: DigestToWrite['about'],
): Promise<ToldSite[]> {
  return database.query(
    sql<ToldSite>`select sites.id, sites.name, choice <> 'never' and sites.id in ${among(digest)} as digest,
        appeals and sites.id in ${among(appeals)} as appeals, reports and sites.id in ${among(reports)} as reports
      from digests join sites on sites.id = digests.site_id join moderators on moderators.id = moderator_id
      where moderator_id = ${moderator} and sites.id in ${among([...digest, ...appeals, ...reports])}
        and ${worksOn(sql`sites.id`)} and ${isServed} order by sites.id`.compile(build),
  );
}
