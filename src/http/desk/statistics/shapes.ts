import { z } from '@hono/zod-openapi';
import type { Decided } from '../../../store/statistics/moderators.ts';
import { dayMs } from '../../../world/clock.ts';

const count = z.number().int();
const seconds = z.number().int().nullable();

const decided = z.object({
  decided: count,
  published: count,
  rejected: count,
  spam: count,
  restored: count,
  undone: count.openapi({ description: 'How much of what they had decided a colleague undid.' }),
  medianSeconds: seconds.openapi({
    description: 'Half of the comments that were decided for the first time had waited no longer.',
  }),
  longSeconds: seconds.openapi({ description: '95 of 100 had waited no longer.' }),
});

export const statisticsAnswer = z
  .object({
    from: z.iso.date(),
    to: z.iso.date(),
    waiting: z.object({
      comments: count,
      over30Minutes: count,
      oldestSeconds: seconds,
      medianSeconds: seconds,
    }),
    days: z.array(
      z.object({
        day: z.iso.date(),
        pending: count,
        published: count,
        rejected: count,
        spam: count,
        withdrawn: count,
      }),
    ),
    hours: z
      .array(z.object({ hour: count, arrived: count, decided: count }))
      .openapi({ description: 'Of the day in Vietnam, all days together.' }),
    decided,
    moderators: z.array(decided.extend({ name: z.string() })).openapi({
      description: 'Owners see what each one did; others see that of themselves.',
    }),
    articles: z
      .array(
        z.object({
          site: z.string(),
          key: z.string(),
          title: z.string(),
          comments: count,
          waiting: count,
          published: count,
          refused: count,
        }),
      )
      .openapi({ description: 'The hundred with the most comments.' }),
    rules: z
      .array(z.object({ rule: z.string(), decided: count, published: count }))
      .openapi({ description: 'What moderators made of the comments that a rule held, over all time.' }),
  })
  .openapi('Statistics');

/** A day counted from 1970. */
export function isoDay(day: number): string {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}

export function toSeconds(milliseconds: number | null): number | null {
  return milliseconds === null ? null : Math.round(milliseconds / 1000);
}

export function decidedJson({ waits, decided, published, rejected, spam, restored, undone }: Decided) {
  return {
    ...{ decided, published, rejected, spam, restored, undone },
    medianSeconds: toSeconds(waits?.medianMs ?? null),
    longSeconds: toSeconds(waits?.longMs ?? null),
  };
}
