import { Buffer } from 'node:buffer';
import { poster } from '../../src/notices/channels/post.ts';
import { type CourierWorld, carry } from '../../src/notices/courier.ts';
import { hooks, startReceiver } from './receiver.ts';
import { startService } from './service.ts';

export { hooks, ids, kinds, told } from './receiver.ts';
export const minute = 60_000;

export interface Channel {
  id: string;
  paused: string | null;
  gone: boolean;
  failingSince: string | null;
  dropped: number;
}

/** A service with an owner, a receiver outside, and a courier between them that goes whenever it is told to. */
export async function startTelling() {
  const service = await startService();
  // The receivers' library looks at the time that is signed.
  service.clock.now = Date.now();
  await service.setSite({ captcha: 'off', pace: 'off' });
  const owner = await service.addModerator('Hà', { role: 'owner', sites: ['demo'] });
  const receiver = await startReceiver();
  const world: CourierWorld = { ...service.deps, post: poster({ loopback: true }) };
  const ask = async (method: string, path: string, body?: unknown) =>
    (await service.json(method, path, body, owner)).body;
  return {
    service,
    owner,
    receiver,
    world,
    ask,
    /** Adds a channel to the receiver; what is given replaces the usual. */
    add: (asked: object = {}): Promise<{ id: string; secret: string }> =>
      ask('POST', hooks, { url: `${receiver.url}/hook`, events: ['comment.held'], ...asked }),
    /** Tells all that is due by now. */
    async tellAll(courier: CourierWorld = world) {
      while (await carry(courier));
    },
    async channel(id: string): Promise<Channel> {
      const { webhooks } = await ask('GET', hooks);
      return webhooks.find((one: Channel) => one.id === id);
    },
    async deliveries(id: string) {
      return (await ask('GET', `${hooks}/${id}/deliveries?limit=100`)).deliveries;
    },
    decide: (action: string, id: string, version = 1) =>
      ask('POST', '/api/v1/decisions', { action, comments: [{ id, version }], reason: 'Không liên quan' }),
  };
}

export type Telling = Awaited<ReturnType<typeof startTelling>>;

/** A text of its own for each place, so that none is a copy of another. */
export const opinion = (at: number) =>
  `Ý kiến thứ ${at} ${Buffer.from(String(at * 7919)).toString('hex')} của tôi về bài viết này, mong tòa soạn xem.`;
