import { smtpMail } from '../../src/notices/channels/mail-by-smtp.ts';
import { mailCarrier } from '../../src/notices/mail/carry-mail.ts';
import { openPostOffice, type Posted } from './post-office.ts';
import { startService } from './service.ts';

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

/** A service that hands its letters to a real mail server. */
export async function startMailing(given: Parameters<typeof startService>[0] = {}) {
  const service = await startService(given);
  const office = await openPostOffice();
  const { deps } = service;
  deps.mail = smtpMail({ url: office.url, from: 'binh-luan@bao.example' });
  await service.setSite({ captcha: 'off', pace: 'off', name: 'Báo Mới' });
  const lan = await service.addModerator();
  const world = { ...deps, mail: deps.mail, log: deps.log };
  let carry = mailCarrier(world);
  const sending = (comment: Record<string, unknown> = {}) =>
    service.send({ challenge: undefined, email: 'hoa@example.com', notify: true, ...comment });
  return {
    service,
    office,
    lan,
    sending,
    /** The letters that are due once so much time has gone by. */
    async letters(ms = 0): Promise<Posted[]> {
      service.clock.now += ms;
      const before = office.received.length;
      while (await carry()) {}
      return office.received.slice(before);
    },
    /** As after a start anew. */
    startAnew() {
      carry = mailCarrier(world);
    },
    decide: (action: string, id: string, version = 1, reason?: string) =>
      service.json('POST', '/api/v1/decisions', { action, reason, comments: [{ id, version }] }, lan),
    /** Presses a button on the page that a letter leads to. */
    say(letter: Posted | undefined, what: 'accept' | 'stop' | 'end') {
      return service.form(`${mailboxIn(letter)}/${what}`, {});
    },
    /** Comments for the first time and confirms the address. */
    async confirmed(comment: Record<string, unknown> = {}) {
      const { body } = await sending(comment);
      const [letter] = await this.letters();
      await this.say(letter, 'accept');
      return body as { id: string; receipt: string };
    },
  };
}

export type Mailing = Awaited<ReturnType<typeof startMailing>>;

/** The path of the page where the address of a letter says yes or no. */
export function mailboxIn(letter: Posted | undefined): string {
  const [, path = 'none'] = /https?:\/\/[^/\s]+(\S*\/mail\/\S+)/.exec(letter?.mail.text ?? '') ?? [];
  return path;
}

export const subjects = (letters: readonly Posted[]) => letters.map(({ mail }) => mail.subject);
