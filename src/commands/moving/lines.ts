import { z } from 'zod';
import { siteId } from '../../sites/site.ts';
import type { Kind } from '../../store/moved/rows.ts';

export const header = z.looseObject({
  format: z.literal('binh-luan'),
  version: z.literal(1),
  site: siteId.nullable(),
});

export const footer = z.strictObject({
  kind: z.literal('footer'),
  counts: z.partialRecord(z.string(), z.number().int()),
});

const times = new Set([
  'createdAt',
  'expiresAt',
  'disabledAt',
  'appealedAt',
  'pickedAt',
  'erasedUntil',
  'takenBackAt',
  'saidAt',
  'announcedAt',
  'endedAt',
  'askedAt',
  'refusedAt',
  'answeredAt',
  'since',
]);

/** A row as its line says it: times as ISO 8601 UTC. */
export function toLine(kind: Kind, row: object): object {
  const fields = Object.entries(row).map(([name, value]) => [
    name,
    times.has(name) && value !== null ? new Date(value).toISOString() : value,
  ]);
  return { kind, ...Object.fromEntries(fields) };
}
