import { z } from 'zod';
import type { Message } from '../../filter/finding.ts';
import { readTyped } from '../../language/typed.ts';
import { isVisible } from '../../language/visible.ts';

const mostFindings = 20;
const longestMessage = 300;

const sentence = z
  .string()
  .overwrite((text) => readTyped(text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')))
  .min(1)
  .max(longestMessage)
  .refine((text) => text.isWellFormed() && isVisible(text));

const risk = z.number().min(0).max(1).nullish().describe('How likely a moderator will not publish it.');

/** What a judge answers. */
export const answerShape = z.object({
  verdict: z
    .enum(['pass', 'hold', 'refuse'])
    .describe('`hold`: a moderator is to look; `refuse` is taken for it. `pass` frees nothing that we hold.'),
  risk,
  findings: z
    .array(
      z.object({
        message: z.union([sentence, z.object({ vi: sentence, en: sentence })]),
        start: z.number().nullish().describe('UTF-16 units of `body`; where it is no place in it, none.'),
        end: z.number().nullish(),
      }),
    )
    .max(mostFindings)
    .nullish()
    .describe('What moderators read as reasons.'),
});

/** The answer of a model that was told how to answer. */
export const modelAnswerShape = z.object({
  verdict: z.enum(['pass', 'hold']),
  risk,
  reason: z.union([z.literal(''), sentence]).nullish(),
});

export interface Remark {
  message: Message;
  start?: number | null | undefined;
  end?: number | null | undefined;
}

/** What a judge says, whatever it speaks. */
export interface Said {
  holds: boolean;
  risk: number | null;
  remarks: readonly Remark[];
}

/** Throws where it is no answer of ours. */
export function readAnswer(text: string): Said {
  const { verdict, risk = null, findings } = answerShape.parse(JSON.parse(text));
  const remarks = (findings ?? []).map(({ message, ...span }) => ({ message: inBoth(message), ...span }));
  return { holds: verdict !== 'pass', risk, remarks };
}

/** The same sentence, whichever language it is in, where there is but one. */
export function inBoth(message: string | Message): Message {
  return typeof message === 'string' ? { vi: message, en: message } : message;
}
