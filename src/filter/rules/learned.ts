import type { Message, Span } from '../finding.ts';
import { explain, type Piece } from '../model/explain.ts';
import type { Fault } from '../model/score.ts';
import type { Opinion } from '../opinion.ts';
import type { Voice } from '../own/voice.ts';
import type { Reading } from '../reading.ts';
import type { Judgement, Rule } from '../rule.ts';

/** What the shipped models have learned, or the site's own, where that speaks. */
export const learned: Rule = {
  name: 'learned',
  judge: ({ body, opinion }, _facts, { own }) => {
    const said = opinion();
    const voice = said.by === 'own' ? own : null;
    return said.faults.flatMap((fault) => pieces(body, fault, voice, sentence(fault, said)));
  },
};

const mostPieces = 3;

/** Words that weighed less than this share of the weightiest say little. */
const telling = 0.4;

/** The words that weighed most; the whole comment where none can be named. */
function pieces(body: Reading, fault: Fault, own: Voice | null, message: Message): Judgement[] {
  const found = explain(body.canonical, fault, mostPieces, own);
  const least = (found[0]?.weight ?? 0) * telling;
  const spans = found.filter(({ weight }) => weight >= least).map((piece) => spanOf(piece, body));
  const judgement: Judgement = { verdict: 'hold', weight: 0, message };
  return spans.length > 0 ? spans.map((span) => ({ ...judgement, ...span })) : [judgement];
}

/** Where the piece stands in what was typed, without the signs around it unless it is nothing else. */
function spanOf({ start, end }: Piece, { canonical, starts, ends, text }: Reading): Span {
  let [from, to] = [start, end];
  while (from < to && isSign(canonical[from])) from++;
  while (from < to && isSign(canonical[to - 1])) to--;
  if (from === to) [from, to] = [start, end];
  return { start: starts[from] ?? 0, end: withMarks(text, ends[to - 1] ?? text.length) };
}

/** Marks that the reading leaves out belong to the letter before them. */
function withMarks(text: string, end: number): number {
  let to = end;
  while (/^\p{M}/u.test(text.slice(to, to + 1))) to++;
  return to;
}

function isSign(unit = ''): boolean {
  return !/[\p{L}\p{N}]/u.test(unit);
}

function sentence(fault: Fault, { shipped, own, by }: Opinion): Message {
  if (by === 'own' && own !== null) {
    return {
      vi: `Theo các quyết định trước của trang: ${percent(own)}% sẽ không được đăng; từ ngữ này nặng nhất.`,
      en: `By this site’s own decisions: ${percent(own)}% likely to be turned down; these words weighed most.`,
    };
  }
  return {
    vi: `Theo mô hình có sẵn: ${percent(shipped[fault])}% là bình luận ${names[fault].vi}; từ ngữ này nặng nhất.`,
    en: `By the model as shipped: ${percent(shipped[fault])}% likely ${names[fault].en}; these words weighed most.`,
  };
}

function percent(likelihood: number): number {
  return Math.min(99, Math.round(likelihood * 100));
}

const names: Readonly<Record<Fault, Message>> = {
  abuse: { vi: 'xúc phạm', en: 'abuse' },
  spam: { vi: 'quảng cáo', en: 'spam' },
};
