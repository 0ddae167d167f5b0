import type { Message } from '../finding.ts';
import { matchesOf } from '../lexicon.ts';
import type { Rule } from '../rule.ts';
import { unexcused } from '../site-words.ts';
import { judgeWording } from '../wording.ts';

/** The words that the site itself holds. */
export const siteWords: Rule = {
  name: 'site-words',
  judge: (read, _, { held, passed }) =>
    judgeWording(read, (reading) => unexcused(matchesOf(held, reading, reading.spoken), reading, passed), {
      sayings,
      swearing: 'hold',
    }),
};

const sayings: Readonly<Record<string, Message>> = {
  held: { vi: 'Từ ngữ mà trang muốn duyệt trước', en: 'Wording that this site holds' },
};
