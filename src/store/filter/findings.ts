import { sql } from 'kysely';
import type { Finding } from '../../filter/finding.ts';
import { build, prepared } from '../database.ts';

/** One statement however many there are, since D1 counts statements. */
export function keepFindings(commentId: string, findings: readonly Finding[]) {
  const rows = findings.map(({ rule, verdict, message, start = null, end = null }) => [
    rule,
    verdict,
    message.vi,
    message.en,
    start,
    end,
  ]);
  return findingsQuery({ commentId, rows: JSON.stringify(rows) });
}

const findingsQuery = prepared(({ commentId, rows }: { commentId: string; rows: string }) =>
  sql`insert into findings
      (comment_id, position, rule, verdict, message_vi, message_en, span_start, span_end)
    select ${commentId}, key, value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5
    from json_each(${rows})`.compile(build),
);
