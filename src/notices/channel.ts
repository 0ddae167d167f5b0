import { Buffer } from 'node:buffer';
import { ownerOf, seal, unseal } from '../moderators/seal.ts';
import type { StoredChannel } from '../store/notices/channels.ts';
import type { World } from '../world/world.ts';
import { chatKinds } from './channels/chat.ts';
import type { EventKind } from './event.ts';

export const channelKinds = ['standard', ...chatKinds] as const;
export type ChannelKind = (typeof channelKinds)[number];

/** What a chat is told of where nobody says more. */
export const usualEvents: readonly EventKind[] = [
  'comment.held',
  'comment.reported',
  'comment.appealed',
  'queue.waiting',
];

type Sealing = Pick<World, 'secret' | 'random'>;

export function sealFor(world: Sealing, id: string, text: string): string {
  return seal(world as World, ownerOf.channel(id), Buffer.from(text));
}

/** What was sealed for a channel; nothing where the installation has another secret by now. */
export function openFor(world: Pick<World, 'secret'>, id: string, sealed: string | null): string | undefined {
  if (sealed === null) return undefined;
  const bytes = unseal(world as World, ownerOf.channel(id), sealed);
  return bytes && Buffer.from(bytes).toString();
}

const secretBytes = 32;

/** As the specification of Standard Webhooks writes secrets. */
export function newSecret({ random }: Pick<World, 'random'>): string {
  return `whsec_${Buffer.from(random(secretBytes)).toString('base64')}`;
}

/** What it is signed with: by the present secret, and by the one before while that is valid. */
export function secretsOf(world: Pick<World, 'secret'>, channel: StoredChannel, now: number): string[] {
  const old = channel.oldSecretUntil > now ? channel.sealedOldSecret : null;
  return [channel.sealedSecret, old].flatMap((sealed) => openFor(world, channel.id, sealed) ?? []);
}

/** Of a chat's address the path is as good as a password, and of any other what is asked. */
export function shownUrl(kind: ChannelKind, url: string): string {
  const { origin, pathname, search, href } = new URL(url);
  return kind === 'standard' ? `${origin}${pathname}${search && '?…'}` : `${origin}/…${href.slice(-4)}`;
}
