import { claimIn } from '../reserved-names.ts';
import type { Rule } from '../rule.ts';

const weight = 0.7;

/** Names that speak for the publication, or are those of its moderators. */
export const name: Rule = {
  name: 'name',
  judge: ({ author }, _, { names }) => {
    const claim = claimIn(author, names);
    if (!claim) return [];
    const meant = claim.entry.words.map(({ text }) => text).join(' ');
    return [
      {
        verdict: 'hold',
        weight,
        message: {
          vi: `Tên người gửi giống tên dành riêng “${meant}”.`,
          en: `The author’s name reads like the reserved name “${meant}”.`,
        },
      },
    ];
  },
};
