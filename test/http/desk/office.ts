import { expect } from 'vitest';
import { actKinds } from '../../../src/acts/act.ts';
import { eraseForGood, purgeAged } from '../../../src/comments/purge.ts';
import { codeOf } from '../../../src/moderators/one-time-code.ts';
import { unseal } from '../../../src/moderators/seal.ts';
import { noteRotation } from '../../../src/moderators/seal-anew.ts';
import { openSession } from '../../../src/moderators/session.ts';
import { removeSite } from '../../../src/sites/remove.ts';
import { noteAct } from '../../../src/store/acts/note.ts';
import { actBy, byCommand, byService } from '../../../src/store/acts/record.ts';
import { setSeed } from '../../../src/store/captcha-styles.ts';
import { forgetSignInAttempts } from '../../../src/store/limits/sign-in-attempts.ts';
import { findSecondFactor } from '../../../src/store/moderators/second-factors.ts';
import { findSite } from '../../../src/store/sites.ts';
import { accountPage, password, sessionOf, signIn } from '../../support/accounts.ts';
import type { Service } from '../../support/service.ts';

export type Done = [kind: string, by: string | null, access: string];

/** What is done only where there are files, or once for a database that comes from an earlier program. */
const elsewhere = ['backup', 'put-back', 'fold'];

/** Every kind of act that is done here. */
export const kindsDone = actKinds.filter((kind) => !elsewhere.includes(kind));

const head = 'Bà Chủ';

/** What an owner does about accounts at the desk, readers with what is theirs, and an operator by commands. */
export class Office {
  readonly done: Done[] = [];
  private readonly service: Service;
  private cookie = {};

  constructor(service: Service) {
    this.service = service;
  }

  async work(): Promise<void> {
    await this.comesIn();
    await this.keepsTheAccount();
    await this.keepsOthers();
    await this.readersTakeBack();
    await this.operates();
    await this.leaves();
  }

  private async does(kind: string, work: () => Promise<unknown>, by: string | null = head, access = 'desk') {
    this.service.clock.now += 1000;
    await work();
    this.done.push([kind, by, access]);
  }

  private async sends(path: string, fields: Record<string, string>, status = 303): Promise<string> {
    const answer = await this.service.form(path, fields, this.cookie);
    const page = await answer.text();
    expect([path, answer.status, /class="mistake"[^>]*>([^<]+)/.exec(page)?.[1]]).toEqual([
      path,
      status,
      undefined,
    ]);
    return page;
  }

  private async comesIn(): Promise<void> {
    const { service } = this;
    await this.does('sign-in-refused', () => signIn(service, { name: head, password: 'đoán bừa' }), null);
    await this.does('sign-in', async () => {
      this.cookie = await sessionOf(service, { name: head });
    });
    await this.does('oidc-sign-in', () => openSession(service.deps, head, '', 'oidc-sign-in'));
  }

  private async code(): Promise<string> {
    this.service.clock.now += 60_000;
    const stored = await findSecondFactor(this.service.deps.database, head);
    const key = unseal(this.service.deps, head, stored?.sealedSecret ?? '');
    return key ? codeOf(key, Math.floor(this.service.clock.now / 30_000)) : '';
  }

  private async keepsTheAccount(): Promise<void> {
    const own = '/moderation/account';
    const next = 'mật khẩu khác hẳn rồi';
    await this.sends(`${own}/second-factor`, { password });
    await this.does('second-factor', async () =>
      this.sends(`${own}/second-factor/confirm`, { code: await this.code() }, 200),
    );
    await this.does('recovery-codes', async () =>
      this.sends(`${own}/recovery-codes`, { code: await this.code() }, 200),
    );
    await this.does('second-factor', async () =>
      this.sends(`${own}/second-factor/remove`, { password, code: await this.code() }),
    );
    const token = { name: 'Máy', scope: 'read', days: '', password };
    await this.does('token-create', () => this.sends(`${own}/tokens`, token, 200));
    const page = await accountPage(this.service, this.cookie);
    const [, credential = ''] = /name="credential" value="([^"]+)" aria-label="Thu hồi Máy/.exec(page) ?? [];
    await this.does('token-end', () => this.sends(`${own}/credentials/end`, { credential, kind: 'token' }));
    await this.does('password', () => this.sends(`${own}/password`, { password, newPassword: next }));
    await this.does('password', () =>
      this.sends(`${own}/password`, { password: next, newPassword: password }),
    );
  }

  private async keepsOthers(): Promise<void> {
    const all = '/moderation/moderators';
    const given = { name: 'Tú', role: 'moderator', site: 'demo' };
    await this.does('account-create', () => this.sends(all, given, 200));
    const page = await (await this.service.request(all, { headers: this.cookie })).text();
    const tu = /href="(\/moderation\/moderators\/[^"]+)"[^>]*>(?:<bdi>)?Tú/.exec(page)?.[1] ?? 'none';
    await this.does('account-change', () => this.sends(tu, { role: 'owner', site: 'demo' }));
    await this.does('account-change', () => this.sends(tu, { role: 'moderator', site: 'demo' }));
    await this.does('account-reset', () => this.sends(`${tu}/password`, {}, 200));
    await this.does('account-disable', () => this.sends(`${tu}/disable`, {}));
    await this.does('account-enable', () => this.sends(`${tu}/enable`, {}));
    await this.does('account-disable', () => this.sends(`${tu}/disable`, {}));
    const site = { id: 'bao-moi', name: 'Báo Mới', origins: 'https://moi.example' };
    await this.does('site-add', () => this.sends('/moderation/sites', site));
    const keys = '/moderation/sites/bao-moi/identity';
    let key = 'none';
    await this.does('identity-key-add', async () => {
      const page = await this.sends(keys, {}, 200);
      key = /action="[^"]+\/identity\/([^"]+)"/.exec(page)?.[1] ?? key;
    });
    await this.does('identity-key-remove', () => this.sends(`${keys}/${key}`, {}));
    await this.judges('/moderation/sites/bao-moi');
    const view = { name: 'Quảng cáo', asked: 'rule=advertising', shared: 'yes' };
    await this.does('view-share', () => this.sends('/moderation/views', view));
    const views = await (await this.service.request('/moderation/views', { headers: this.cookie })).text();
    const [, shared = 'none'] = /action="(\/moderation\/views\/[^"]+)"/.exec(views) ?? [];
    await this.does('view-end', () => this.sends(shared, { do: 'delete' }));
    await this.does('export', () => this.service.request('/moderation/log.csv', { headers: this.cookie }));
  }

  /** Nobody is there who could be reached from here. */
  private async judges(site: string): Promise<void> {
    const page = `${site}/judge`;
    await this.does('judge-key', () => this.sends(page, { do: 'secret' }, 200));
    const url = 'https://loc.moi.example/';
    await this.does('site-set', () => this.sends(site, { name: 'Báo Mới', 'judge-url': url }));
    await this.does('judge-test', () => this.sends(page, { do: 'try' }, 200));
    await this.does('judge-key-remove', () => this.sends(page, { do: 'remove' }));
  }

  private async readersTakeBack(): Promise<void> {
    const { service } = this;
    const sent = await service.send({ challenge: undefined, article: { key: '/sua' } });
    const { receipt } = sent.body;
    await this.does('withdraw', () => service.json('DELETE', `/api/v1/receipts/${receipt}`), null, 'reader');
    const erase = () => service.json('POST', `/api/v1/receipts/${receipt}/erasure`);
    await this.does('erase', erase, null, 'reader');
  }

  private async operates(): Promise<void> {
    const { deps } = this.service;
    const byHand = (kind: string, work: () => Promise<unknown>) => this.does(kind, work, null, 'command');
    const act = () => actBy(deps, byCommand);
    const sent = await this.service.send({ challenge: undefined, article: { key: '/sua' } });
    await byHand('erase', () => eraseForGood(deps, 'demo', sent.body.id));
    await byHand('purge', () => purgeAged(deps, { site: 'demo', state: 'spam', before: 0 }));
    await byHand('remove-site', () => removeSite(deps, 'bao-moi'));
    await byHand('relearn', () => noteAct(deps.database, act(), { kind: 'relearn', site: 'demo' }));
    await byHand('captcha-style', () => setSeed(deps.database, 'khác', act()));
    await this.does('secret-rotate', () => noteRotation(deps, 0), null, 'service');
    await byHand('account-unlock', () =>
      forgetSignInAttempts(deps.database, { id: head, nameGroup: 0 }, act()),
    );
    await this.does(
      'account-disable',
      async () => {
        const off = actBy(deps, byService);
        await noteAct(deps.database, off, { kind: 'account-disable', account: head });
      },
      null,
      'service',
    );
    await this.import();
  }

  /** Files are read where there are any. */
  private async import(): Promise<void> {
    if (navigator.userAgent === 'Cloudflare-Workers') return;
    const { deps, clock } = this.service;
    const { bring, disqusFile }: typeof import('../../moving/importing.ts') = await import(
      `${'../../moving'}/importing.ts`
    );
    const site = await findSite(deps.database, 'bao');
    if (!site) throw new Error('there is no site to import into');
    const file = disqusFile(
      [{ id: '1', link: 'https://bao.example/cu' }],
      [{ id: '1' }, { id: '2', parent: '1' }],
    );
    await this.does(
      'import',
      () => bring({ database: deps.database, site }, 'disqus', file, {}, clock.now),
      null,
      'command',
    );
  }

  private async leaves(): Promise<void> {
    await this.does('session-end', () => this.sends('/moderation/account/sessions/end', {}));
    await this.does('sign-in', async () => {
      this.cookie = await sessionOf(this.service, { name: head });
    });
    await this.does('sign-out', () => this.sends('/moderation/session/end', {}));
  }
}
