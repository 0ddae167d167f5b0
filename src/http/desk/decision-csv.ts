import type { Language, Sentence } from '../../language/language.ts';
import type { LogFilter } from '../../store/queue/decision-filter.ts';
import { type DecisionLine, listLines } from '../../store/queue/decision-lines.ts';
import { giveWay } from '../../world/slices.ts';
import type { Deps } from '../deps.ts';
import { isoTime } from '../routes.ts';
import { byteOrderMark, toLine } from './csv.ts';
import { toStream } from './log/text-stream.ts';

const mostLines = 100_000;
const linesAtOnce = 500;
const columns = [
  'time',
  'moderator',
  'action',
  'reason',
  'note',
  'comment',
  'site',
  'article',
  'from',
  'to',
] as const;

const cut: Sentence = {
  vi: 'Bảng dừng ở 100.000 dòng; còn những dòng cũ hơn. Vui lòng chọn khoảng ngày ngắn hơn.',
  en: 'The table stops at 100,000 lines; there are older ones. Please choose fewer days.',
};

/**
 * The log as CSV (RFC 4180, UTF-8), a line for each decided comment, read as fast as it is taken; between two parts
 * others get their turn.
 */
export function streamLines(deps: Deps, filter: LogFilter, language: Language): ReadableStream<Uint8Array> {
  return toStream(writeLines(deps, filter, language));
}

async function* writeLines(deps: Deps, filter: LogFilter, language: Language): AsyncGenerator<string, void> {
  yield byteOrderMark + toLine(columns);
  let last: DecisionLine | undefined;
  for (let written = 0; written < mostLines; written += linesAtOnce) {
    const lines = await listLines(deps.database, filter, last, linesAtOnce);
    if (lines.length > 0) yield lines.map((line) => toLine(cellsOf(line))).join('');
    if (lines.length < linesAtOnce) return;
    await giveWay();
    last = lines.at(-1);
  }
  if ((await listLines(deps.database, filter, last, 1)).length > 0) yield toLine([cut[language]]);
}

function cellsOf(line: DecisionLine): string[] {
  const { createdAt, ...named } = line;
  const cells = { ...named, time: isoTime(createdAt) };
  return columns.map((column) => cells[column] ?? '');
}
