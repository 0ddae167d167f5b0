import type { Context, MiddlewareHandler } from 'hono';
import { isOpen, resetChallenge } from '../../captcha/challenge.ts';
import { KeyTaken } from '../../comments/idempotency.ts';
import { type FieldError, Problem } from '../../problem.ts';
import { readVersion } from '../../store/comments/versions.ts';
import { sameAddress } from '../../web/frame/frame-address.ts';
import { identityIn, senderOf } from '../address.ts';
import type { Deps, Env } from '../deps.ts';
import { parseOrRefuse } from '../field-errors.ts';
import { readForm } from '../form.ts';
import { toProblem } from '../problems.ts';
import { type FormIds, fillsOf, newFormIds, placesOf } from '../ready/places.ts';
import { newRoutes } from '../routes.ts';
import {
  type FrameFields,
  type FrameQuery,
  frameFields,
  frameQuery,
  toNewComment,
  withArticle,
} from './embed-fields.ts';
import { renderFrame } from './frame.ts';
import { nothingMet } from './frame-forms.ts';
import { takeComment } from './take-comment.ts';

/** The frame's page, whole without JavaScript: the form posts to its own address. */
export function embedRoutes(deps: Deps) {
  const showReady = readyFrames(deps);
  const routes = newRoutes();
  routes.get('/embed/:site', async (context) => {
    const query = frameAsked(context, parseOrRefuse(frameQuery, context.req.query()));
    return isForAll(context, query) ? showReady(context, query) : showFrame(deps, context, query);
  });
  routes.post('/embed/:site', async (context) => {
    const fields = frameAsked(context, parseOrRefuse(frameFields, await readForm(context)));
    try {
      if (fields.do !== 'send') return await showOtherwise(deps, context, fields);
      const sent = await sendForm(deps, context, fields);
      return context.redirect(`${addressWith(context, fields, { sent })}#binh-luan-status`, 303);
    } catch (error) {
      return showAgain(deps, context, fields, error);
    }
  });
  return routes;
}

/** Only the site's own pages may frame it, and ours for the demo. */
export const allowSiteFrames: MiddlewareHandler<Env> = async (context, next) => {
  context.set('frameAncestors', context.get('site').origins);
  await next();
};

/** With the article that it is about; from here on in the language that its host page asks for. */
export function frameAsked<Given extends Omit<FrameQuery, 'article'> & { article?: string | undefined }>(
  context: Context<Env>,
  given: Given,
): Given & { article: string } {
  const site = context.get('site');
  if (given.language) context.set('site', { ...site, language: given.language });
  return withArticle(site, given);
}

/** Whether a page is the same for whoever opens its address. */
function isForAll(context: Context, { sent, parent, report, reported, liked }: FrameQuery): boolean {
  if (identityIn(context) !== undefined) return false;
  return [sent, parent, report, reported, liked].every((one) => one === undefined);
}

/** What is the same for all who read an article is kept ready; what a form has once is put in for each. */
function readyFrames(deps: Deps) {
  const ids = placesOf(deps);
  return async (context: Context<Env>, query: FrameQuery) => {
    const site = context.get('site');
    const version = await readVersion(deps.database, site.id, query.article);
    const { page, until } = await renderFrame(deps, context, query, { ids });
    const fills = fillsOf(deps, site);
    context.set('keepable', {
      article: query.article,
      version,
      until: Number.isFinite(until) ? until : null,
      fills,
    });
    return page;
  };
}

async function showFrame(deps: Deps, context: Context<Env>, query: FrameQuery) {
  return (await renderFrame(deps, context, query, { ids: newFormIds(deps, context.get('site')) })).page;
}

/** The page with another captcha, with nothing of what was typed, or with what was cleared before. */
async function showOtherwise(deps: Deps, context: Context<Env>, fields: FrameFields) {
  const ids = sameForm(newFormIds(deps, context.get('site')), fields);
  const { author, email, body } = fields;
  if (fields.do === 'clear') {
    const cleared = [author, email, body].some((text) => text.trim()) ? { author, email, body } : null;
    return (await renderFrame(deps, context, fields, { ids, cleared })).page;
  }
  if (fields.do === 'reset-captcha') {
    const sender = await senderOf(deps, context, context.get('site'));
    await resetChallenge(deps, context.get('site'), sender.id, fields.challenge ?? '');
  }
  return (await renderFrame(deps, context, fields, { ids, typed: { ...fields, ...nothingMet } })).page;
}

/** The page with all that was typed: the answer too, where the mistake was elsewhere and it can still be given. */
async function showAgain(deps: Deps, context: Context<Env>, fields: FrameFields, error: unknown) {
  const isElse = error instanceof KeyTaken;
  const problem = isElse ? arrivedBefore : toProblem(error);
  if (!problem) throw error;
  const { challenge = '' } = fields;
  const isKept = await isOpen(deps, context.get('site'), challenge);
  const isMet = isKept && !problem.errors.some(isAboutCaptcha);
  const typed = isMet ? fields : { ...fields, ...nothingMet };
  const fresh = newFormIds(deps, context.get('site'));
  const own = isElse ? fresh : sameForm(fresh, fields);
  const ids = isKept ? { ...own, challenge } : own;
  return (await renderFrame(deps, context, fields, { ids, typed, problem })).page;
}

/** Whatever is corrected in it, a form sends one comment: it may have been sent before, and its answer lost. */
function sameForm(fresh: FormIds, { key = fresh.key }: FrameFields): FormIds {
  return { ...fresh, key };
}

/** To a reader whose comment was taken in, who never heard of it, and who has changed it since. */
const arrivedBefore = new Problem('conflict', {
  vi: 'Bình luận bạn gửi lần trước đã đến nơi, chỉ có lời xác nhận bị mất trên đường. Nội dung dưới đây khác với bình luận đó. Nếu vẫn muốn gửi, xin bấm gửi lần nữa: đây sẽ là một bình luận riêng.',
  en: 'The comment that you sent before has arrived, only its confirmation was lost on the way. What stands below differs from it. If you still want to send that, send once more: it will be a comment of its own.',
});

/** Work is good though the picture's answer is still to come besides. */
function isAboutCaptcha({ field, code }: FieldError): boolean {
  return field.startsWith('challenge') && !(field === 'challenge.answer' && code === 'required');
}

async function sendForm(deps: Deps, context: Context<Env>, fields: FrameFields): Promise<string> {
  const { receipt } = await takeComment(deps, context, toNewComment(fields), fields.key);
  return receipt;
}

/** The page that a form was sent from, as it was, and what was done there. */
export function addressWith(
  context: Context<Env>,
  { article: key, title, url, language, sort, cursor, branch }: FrameQuery,
  done: Readonly<Record<string, string>>,
): string {
  const host = { key, title, url, language };
  return sameAddress({ site: context.get('site'), host, sort, cursor, branch }, done);
}
