import type { Language } from '../../language/language.ts';
import type { Html } from '../layout.ts';
import { type AnswerPage, answerPage } from './answer-page.ts';
import { moderatorMailWording } from './moderator-wording.ts';

export interface ModeratorMailboxView {
  language: Language;
  token: string;
  /** What was said there; `gone` where the account is told nothing there any more. */
  standing: keyof (typeof moderatorMailWording)['vi']['titles'];
}

/** Where a moderator says yes or no to the letters of the desk, or to all. */
export function moderatorMailboxPage({ language, token, standing }: ModeratorMailboxView): Html {
  const words = moderatorMailWording[language];
  const end = { to: 'end', label: words.end } as const;
  const stop = { to: 'stop', label: words.stop } as const;
  const again = { to: 'accept', label: words.again } as const;
  const buttons: Record<typeof standing, AnswerPage['buttons']> = {
    asked: [{ to: 'accept', label: words.accept, isMain: true }, end],
    yes: [stop, end],
    no: [again, end],
    none: [again],
    gone: [end],
  };
  return answerPage({
    language,
    from: words.from,
    title: words.titles[standing],
    more: words.more[standing],
    path: `/mail/moderator/${token}`,
    buttons: buttons[standing],
    hint: standing === 'none' ? undefined : words.endHint,
  });
}
