import { type RawBuilder, sql } from 'kysely';
import { among, build, type Database } from '../database.ts';

type Decision = { action: string; reason: string | null; at: number };
type Letter = { kind: string; status: string; at: number };
type Report = { comment: string; reason: string; details: string; at: number };

/** What is kept of the author of a comment in other places than its row. */
export interface KeptBeside {
  /** What moderators decided about it, in order; what they noted for each other is theirs. */
  decisions: Decision[];
  pickedAt: number | null;
  /** When its author took it back, where it is kept since readers reported it. */
  takenBackAt: number | null;
  /** Where it was brought in from, and what it was called there. */
  broughtFrom: { system: string; id: string } | null;
  letters: Letter[];
  /** What was asked and said at its author's mailbox, where letters were asked for. */
  mailbox: {
    askedAt: number | null;
    refusedAt: number | null;
    answer: { said: string; at: number } | null;
  } | null;
  /** Of a reader whom the site vouches for, what hangs on who they are. */
  reader: {
    name: string;
    lastAt: number;
    likes: { comment: string; at: number }[];
    reports: Report[];
  } | null;
}

/** What moderators set on a sender, for themselves. */
export interface SetOnSender {
  notes: { text: string; at: number }[];
  holds: { reason: string; at: number; released: boolean }[];
  blocks: { at: number; until: number }[];
}

/** By comment: of a mailbox that it follows, or that `mailboxes` names for it. */
export async function listBeside(
  database: Database,
  ids: readonly string[],
  mailboxes: Readonly<Record<string, string>>,
): Promise<Map<string, KeptBeside>> {
  const mailbox = sql`coalesce((select mailbox from followed_comments where comment_id = comments.id),
    ${JSON.stringify(mailboxes)} ->> comments.id)`;
  const rows = await database.query(
    sql<{ id: string; kept: string }>`select id, json_object(
        'decisions', ${decisions}, 'pickedAt', picked_at,
        'takenBackAt', (select taken_back_at from kept_evidence where comment_id = comments.id),
        'broughtFrom', json((select json_object('system', source, 'id', source_id) from imported_comments
          where comment_id = comments.id)),
        'letters', ${all(sql`'kind', kind, 'status', status, 'at', created_at`, sql`letters where comment_id = comments.id`)},
        'mailbox', ${mailboxOf}, 'reader', ${reader}) as kept
      from (select *, ${mailbox} as mailbox from comments) as comments where id in ${among(ids)}`.compile(
      build,
    ),
  );
  return new Map(rows.map(({ id, kept }) => [id, JSON.parse(kept)]));
}

/** By sender, of one site. */
export async function listSetOnSender(
  database: Database,
  { site, sender }: { site: string; sender: string },
): Promise<SetOnSender> {
  const own = sql`where site_id = ${site} and sender = ${sender} and sender <> ''`;
  const [row] = await database.query(
    sql<{ kept: string }>`select json_object(
      'notes', ${all(sql`'text', text, 'at', created_at`, sql`sender_notes ${own}`)},
      'holds', ${all(
        sql`'reason', reason, 'at', created_at, 'released', json(iif(released_by is null, 'false', 'true'))`,
        sql`sender_holds ${own}`,
      )},
      'blocks', ${all(sql`'at', created_at, 'until', expires_at`, sql`blocks ${own}`)}) as kept`.compile(
      build,
    ),
  );
  return JSON.parse(row?.kept ?? '{}');
}

/** The rows of a table as a list, the oldest first. */
function all(fields: RawBuilder<unknown>, rows: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`json((select json_group_array(json_object(${fields})) from (select * from ${rows} order by created_at)))`;
}

const decisions = sql`json((select json_group_array(json_object('action', action, 'reason', reason, 'at', created_at))
  from (select action, reason, created_at from decided_comments join decisions on decisions.id = decision_id
    where comment_id = comments.id order by version)))`;

const mailboxOf = sql`json((select json_object('askedAt', asked_at, 'refusedAt', refused_at,
    'answer', json((select json_object('said', answer, 'at', answered_at) from mailbox_answers
      where mailbox_answers.mailbox = comments.mailbox and mailbox_answers.site_id = comments.site_id)))
  from (select 1) left join mailboxes on mailboxes.mailbox = comments.mailbox
  where mailboxes.mailbox is not null
    or exists (select 1 from mailbox_answers where mailbox_answers.mailbox = comments.mailbox)))`;

const ofReader = sql`where sender = known_readers.sender and sender >= 'reader:' and sender < 'reader;'`;
const reader = sql`json((select json_object('name', author, 'lastAt', last_at,
    'likes', ${all(sql`'comment', comment_id, 'at', created_at`, sql`likes ${ofReader} and site_id = known_readers.site_id`)},
    'reports', ${all(
      sql`'comment', comment_id, 'reason', reason, 'details', details, 'at', created_at`,
      sql`reports ${ofReader}`,
    )})
  from known_readers where known_readers.site_id = comments.site_id and known_readers.sender = comments.sender))`;
