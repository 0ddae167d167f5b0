import { Webhook } from 'standardwebhooks';
import { expect } from 'vitest';
import { openService, type Started } from '../contract/service.ts';
import { startAuthority } from './certificates.ts';
import { newFolder } from './new-folder.ts';
import { kinds, startReceiver } from './receiver.ts';

/** An authority that the service is told to trust, and the setting that tells it so. */
export async function openTrusted() {
  const authority = await startAuthority(newFolder());
  return { authority, env: { NODE_EXTRA_CA_CERTS: authority.file } };
}

type Authority = Awaited<ReturnType<typeof startAuthority>>;

/** The receiver with a trusted certificate is told, signed; those with any other are told nothing, and the owner why. */
export async function expectToldByHttps(started: Started, authority: Authority): Promise<void> {
  const stranger = await startAuthority(newFolder());
  const service = await openService(started);
  const site = await service.heldSite();
  const listen = async (certificate: Awaited<ReturnType<Authority['certify']>>) => {
    const receiver = await startReceiver(certificate);
    const asked = { url: `${receiver.url}/hook`, events: ['comment.held'] };
    const { body } = await service.json('POST', `/api/v1/sites/${site}/webhooks`, asked, service.owner);
    return { ...receiver, id: String(body.id), secret: String(body.secret) };
  };
  const trusted = await listen(await authority.certify());
  const others = [
    await listen(await stranger.certify()),
    await listen(await authority.certify({ endsInMs: -60_000 })),
    await listen(await authority.certify({ name: 'bao.example' })),
  ];
  const shown = async (id: string) =>
    (await service.page(`/moderation/sites/${site}/channels/${id}`, service.owner)).text;
  await service.sendMany(site, 1);
  for (const { id } of others) await expect.poll(() => shown(id)).toContain('không kết nối được');
  await expect.poll(() => shown(trusted.id)).toContain('đã đến');
  const [told] = trusted.received;
  expect(
    new Webhook(trusted.secret).verify(told?.body ?? '', told?.headers as Record<string, string>),
  ).toEqual(JSON.parse(told?.body ?? ''));
  expect(kinds(trusted.received)).toEqual(['comment.held']);
  expect(others.map(({ received }) => received)).toEqual([[], [], []]);
}
