import type { Sentence } from '../../../language/language.ts';
import type { Moderator } from '../../../moderators/moderator.ts';
import { isDecision, type LogEntry } from '../../../store/acts/log.ts';
import { everyRow } from '../../../store/cursor.ts';
import { giveWay } from '../../../world/slices.ts';
import type { Deps } from '../../deps.ts';
import { isoTime } from '../../routes.ts';
import { byteOrderMark, toLine } from '../csv.ts';
import { type LogAsked, readLog, toJson } from './shapes.ts';

const mostLines = 100_000;
const readTogether = 100;

const columns = [
  'time',
  'by',
  'access',
  'kind',
  'site',
  'account',
  'comment',
  'author',
  'text',
  'from',
  'to',
  'reason',
  'note',
  'details',
  'undoes',
  'undone-by',
  'id',
] as const;
type Cells = Partial<Record<(typeof columns)[number], string | null | undefined>>;

const cut: Sentence = {
  vi: 'Tệp dừng ở 100.000 dòng; còn những việc cũ hơn. Vui lòng chọn khoảng ngày ngắn hơn.',
  en: 'The file stops at 100,000 lines; there are older acts. Please choose fewer days.',
};

/** As CSV (RFC 4180, UTF-8): a line for each act, and for each comment that the log shows of a decision. */
export async function* csvLines(
  deps: Deps,
  moderator: Moderator,
  asked: LogAsked,
): AsyncGenerator<string, void> {
  yield byteOrderMark + toLine(columns);
  for await (const { entry, isOver } of entriesOf(deps, moderator, asked)) {
    if (isOver) {
      yield toLine([cut[moderator.language]]);
      return;
    }
    yield rowsOf(entry)
      .map((cells) => toLine(columns.map((column) => cells[column] ?? '')))
      .join('');
  }
}

/** An act a line, as JSON, as the API gives it. */
export async function* jsonLines(
  deps: Deps,
  moderator: Moderator,
  asked: LogAsked,
): AsyncGenerator<string, void> {
  for await (const { entry, isOver } of entriesOf(deps, moderator, asked)) {
    if (isOver) {
      yield `${JSON.stringify({ cut: cut[moderator.language] })}\n`;
      return;
    }
    yield `${JSON.stringify(toJson(entry, moderator))}\n`;
  }
}

async function* entriesOf(deps: Deps, moderator: Moderator, asked: LogAsked) {
  let count = 0;
  const read = (cursor: string | undefined) =>
    readLog(deps, moderator, { ...asked, limit: readTogether, cursor });
  for await (const entry of everyRow(read)) {
    count += 1;
    yield { entry, isOver: count > mostLines };
    if (count % readTogether === 0) await giveWay();
  }
}

function rowsOf(entry: LogEntry): Cells[] {
  const common = {
    time: isoTime(entry.createdAt),
    access: entry.access,
    undoes: entry.undoes,
    'undone-by': entry.undoneBy,
    id: entry.id,
  };
  if (!isDecision(entry)) {
    const { by, kind, site, account, about, edit } = entry;
    const [author, text] = [about?.author, edit?.after?.body ?? about?.body];
    const details = JSON.stringify(edit ? { ...entry.details, ...edit } : entry.details);
    return [{ ...common, by, kind, site, account, comment: about?.id, author, text, details }];
  }
  const { moderator: by, action: kind, reason, note, count, filter, comments } = entry;
  const details = JSON.stringify({ count, filter });
  const rows = comments.map(({ id: comment, site, author, body: text, from, to }) => ({
    ...{ ...common, by, kind, reason, note, details },
    ...{ comment, site, author, text, from, to },
  }));
  return rows.length > 0 ? rows : [{ ...common, by, kind, reason, note, details }];
}
