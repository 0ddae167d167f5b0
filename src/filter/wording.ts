import type { Message } from './finding.ts';
import { spanOf } from './phrases.ts';
import { type Judgement, mostSpans, type Submission } from './rule.ts';
import type { Word } from './words.ts';

/** Holds a comment for wording found in its body, which is pointed at, or in the name of its author. */
export function judgeWording(
  { author, body }: Submission,
  offences: (text: string) => Word[][],
  weight: number,
  messages: { body: Message; author: Message },
): Judgement[] {
  const inBody = offences(body).slice(0, mostSpans);
  const inName = offences(author).slice(0, 1);
  return [
    ...inBody.map(
      (words): Judgement => ({ verdict: 'hold', weight, message: messages.body, ...spanOf(words) }),
    ),
    ...inName.map((): Judgement => ({ verdict: 'hold', weight, message: messages.author })),
  ];
}
