import { Buffer } from 'node:buffer';
import { z } from 'zod';
import { lives } from '../../store/lifetimes.ts';
import type { World } from '../../world/world.ts';
import { seal, unseal } from '../seal.ts';

export const ticketMs = 10 * 60_000;

type Sealing = Pick<World, 'secret' | 'random' | 'now'>;

/** What only this installation reads and writes, for ten minutes, and only for this purpose. */
export function writeTicket(world: Sealing, purpose: string, held: object): string {
  const text = JSON.stringify({ ...held, expiresAt: world.now() + ticketMs });
  return seal(world as World, purpose, Buffer.from(text));
}

/** What the ticket holds; nothing where it is over, or none of ours. */
export function readTicket<Shape extends z.ZodRawShape>(
  world: Sealing,
  purpose: string,
  shape: z.ZodObject<Shape>,
  ticket: string,
): z.infer<z.ZodObject<Shape>> | undefined {
  const bytes = unseal(world as World, purpose, ticket);
  if (!bytes) return undefined;
  const held: unknown = JSON.parse(Buffer.from(bytes).toString());
  const { expiresAt } = z.object({ expiresAt: z.number() }).parse(held);
  return lives(expiresAt, world.now(), ticketMs) ? shape.parse(held) : undefined;
}
