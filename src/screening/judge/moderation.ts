import { z } from 'zod';
import type { Said } from './answer.ts';
import type { Asked } from './asked.ts';
import { categoryName } from './categories.ts';

const mostCategories = 20;

const result = z.object({
  flagged: z.boolean(),
  categories: z.record(z.string(), z.boolean().nullable()).nullish(),
  category_scores: z.record(z.string(), z.number().min(0).max(1).nullable()).nullish(),
});
const shape = z.object({ results: z.array(result).min(1) });

/** What an endpoint as OpenAI's `/v1/moderations` takes. */
export function moderationBody({ author, body }: Asked, model: string): object {
  return { ...(model && { model }), input: `${author}\n\n${body}` };
}

/** Throws where it is no answer of such an endpoint. */
export function readModeration(text: string): Said {
  const { results } = shape.parse(JSON.parse(text));
  const scores = results.flatMap(({ category_scores }) => Object.values(category_scores ?? {}));
  const known = scores.filter((score) => score !== null);
  const found = results.flatMap(({ categories }) =>
    Object.entries(categories ?? {}).flatMap(([category, isIn]) => (isIn ? [category] : [])),
  );
  return {
    holds: results.some(({ flagged }) => flagged),
    risk: known.length > 0 ? Math.max(...known) : null,
    remarks: [...new Set(found)].slice(0, mostCategories).map((category) => {
      const { vi, en } = categoryName(category);
      return { message: { vi: `Có thể có nội dung: ${vi}.`, en: `It may contain: ${en}.` } };
    }),
  };
}
