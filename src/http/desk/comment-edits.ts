import type { Context } from 'hono';
import { z } from 'zod';
import { editComment } from '../../comments/edit.ts';
import { Problem } from '../../problem.ts';
import type { Deps, Env } from '../deps.ts';
import { parseOrRefuse } from '../field-errors.ts';
import { newComment } from '../reader/reader-shapes.ts';
import { takeDecision } from './decisions.ts';
import { findComment } from './desk-comment.ts';

const seen = z.object({ version: z.coerce.number().int().min(1) });

export const changed = seen.extend({ author: newComment.shape.author, body: newComment.shape.body });

type Form = Partial<Record<string, string>>;

/** Saves the words of a form: as typed, as the reader first wrote them, or after what was decided is taken back. */
export async function saveWords(deps: Deps, context: Context<Env>, commentId: string, form: Form) {
  const words = form.do === 'original' ? await originalOf(deps, context, commentId, form) : undefined;
  const edit = words ?? parseOrRefuse(changed, form);
  const version = form.do === 'reopen' ? await reopen(deps, context, commentId, edit.version) : edit.version;
  await editComment(deps, context.get('moderator'), { ...edit, commentId, version });
}

async function originalOf(deps: Deps, context: Context<Env>, id: string, form: Form) {
  const { version } = parseOrRefuse(seen, form);
  const { edited } = await findComment(deps, context, id);
  if (edited) return { version, author: edited.author, body: edited.body };
  throw new Problem('conflict', {
    vi: 'Bình luận này chưa từng được sửa, nên không có nguyên văn để trả lại.',
    en: 'This comment was never changed, so there is no original to restore.',
  });
}

/** The version at which it waits again; the one that was seen where it could not be returned to the queue. */
async function reopen(deps: Deps, context: Context<Env>, id: string, version: number): Promise<number> {
  const { results } = await takeDecision(deps, context, { action: 'restore', comments: [{ id, version }] });
  const [result] = results;
  return result?.outcome === 'done' ? (result.version ?? version) : version;
}
