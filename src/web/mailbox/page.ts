import type { Site } from '../../sites/site.ts';
import type { MailboxStanding } from '../../store/notices/mailboxes.ts';
import type { Html } from '../layout.ts';
import { answerPage } from './answer-page.ts';
import { mailboxWording } from './wording.ts';

export interface MailboxView {
  site: Site;
  token: string;
  standing: MailboxStanding;
}

/** Where a reader says yes or no to the letters of a site, or to all. */
export function mailboxPage({ site, token, standing }: MailboxView): Html {
  const words = mailboxWording[site.language];
  const refused = standing === 'no' || standing === 'none';
  const end = { to: 'end', label: words.end } as const;
  return answerPage({
    language: site.language,
    from: `${site.name} · ${words.about}`,
    title: words.titles[standing](site.name),
    more: words.more[standing],
    path: `/mail/${token}`,
    buttons: [
      ...(standing === 'asked' ? [{ to: 'accept', label: words.accept, isMain: true } as const] : []),
      refused ? { to: 'accept', label: words.again } : { to: 'stop', label: words.stop(site.name) },
      ...(standing === 'none' ? [] : [end]),
    ],
    hint: standing === 'none' ? undefined : words.endHint,
  });
}
