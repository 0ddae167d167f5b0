import { smtpMail } from '../../src/notices/channels/mail-by-smtp.ts';
import { mailCarrier } from '../../src/notices/mail/carry-mail.ts';
import { writeDigests } from '../../src/notices/mail/moderators/write-digests.ts';
import { addAccount, sessionOf } from './accounts.ts';
import { openPostOffice, type Posted } from './post-office.ts';
import { publicUrl, startService } from './service.ts';

/** A service that hands letters to moderators to a real mail server, with one moderator who is signed in. */
export async function startDigesting() {
  const service = await startService();
  const office = await openPostOffice();
  const { deps, clock } = service;
  deps.mail = smtpMail({ url: office.url, from: 'binh-luan@bao.example' });
  await service.setSite({ captcha: 'off', pace: 'off', name: 'Báo Mới' });
  await addAccount(service, 'Lan', 'owner');
  const lan = await sessionOf(service);
  const token = await service.addModerator('Minh', { role: 'owner' });
  const world = { ...deps, mail: deps.mail };
  const carry = mailCarrier(world);
  const digesting = {
    service,
    office,
    lan,
    token,
    world,
    carry,
    /** Signs in anew, since a session ends. */
    signIn: async () => void Object.assign(lan, await sessionOf(service)),
    /** The letters that are due once so much time has gone by. */
    async letters(ms = 0): Promise<Posted[]> {
      clock.now += ms;
      const before = office.received.length;
      await writeDigests(world);
      while (await carry()) {}
      return office.received.slice(before);
    },
    give: (email = 'hoa@example.com', headers = lan) =>
      service.form('/moderation/account/mail', { email }, headers),
    choose: (chosen: Record<string, string>, headers = lan) =>
      service.form('/moderation/account/mail/digest', { site: 'demo', choice: 'never', ...chosen }, headers),
    /** Presses a button on the page that a letter leads to. */
    say: (letter: Posted | undefined, what: 'accept' | 'stop' | 'end') =>
      service.form(`${pageIn(letter)}/${what}`, {}),
    /** Gives an address, confirms it, and chooses. */
    async told(chosen: Record<string, string> = {}) {
      await digesting.give();
      const [letter] = await digesting.letters();
      await digesting.say(letter, 'accept');
      await digesting.choose(chosen);
      return letter;
    },
    send: (body = 'Bài viết rất hữu ích, cảm ơn tòa soạn.', site = 'demo') =>
      service.send({ challenge: undefined, body }, { site }),
    decide: (action: string, id: string, version = 1) =>
      service.json('POST', '/api/v1/decisions', { action, comments: [{ id, version }] }, token),
    /** A comment that its author appeals for. */
    async appealed(body: string) {
      const { body: sent } = await digesting.send(body);
      await digesting.decide('reject', sent.id);
      await service.json('POST', `/api/v1/receipts/${sent.receipt}/appeals`, {
        text: 'Xin xem lại giúp tôi.',
      });
      return sent as { id: string; receipt: string };
    },
    /** A published comment that a reader reports. */
    async reported(body: string) {
      const { body: sent } = await digesting.send(body);
      await digesting.decide('publish', sent.id);
      await service.json('POST', `/api/v1/sites/demo/comments/${sent.id}/reports`, { reason: 'insult' });
      return sent as { id: string };
    },
  };
  return digesting;
}

export type Digesting = Awaited<ReturnType<typeof startDigesting>>;

/** The path of the page where the address of a letter says yes or no. */
export function pageIn(letter: Posted | undefined): string {
  const [, path = 'none'] =
    new RegExp(`${publicUrl}(/mail/moderator/\\S+)`).exec(letter?.mail.text ?? '') ?? [];
  return path;
}
