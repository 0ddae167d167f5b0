import { redeemChallenge } from '../captcha/redeem.ts';
import type { Facts } from '../filter/rule.ts';
import { invalidField } from '../problem.ts';
import { type SiteScreening, screenForSite } from '../screening/site-filter.ts';
import type { Site } from '../sites/site.ts';
import { storeComment } from '../store/comments/comments.ts';
import { Duplicate } from '../store/database.ts';
import { randomToken } from '../world/random.ts';
import type { World } from '../world/world.ts';
import { articleClosed, lookUpArticle } from './article.ts';
import { refuseBlocked } from './block.ts';
import { composeWords, countCharacters, fingerprintOf, type NewComment } from './comment.ts';
import { awaitFirstAnswer, firstAnswer, requestHash, type Sending, type Submitted } from './idempotency.ts';
import { receiptFor } from './receipt.ts';
import { captchaFailed, refusal } from './refusal.ts';
import { findAnswerable } from './thread.ts';
import { takeTurn } from './turns.ts';

/** A comment's way in. Whatever throws on the way, the comment is not public. */
export async function submit(world: World, sending: Sending): Promise<Submitted> {
  const { site, sender } = sending;
  const earlier = await firstAnswer(world, sending);
  if (earlier) return earlier;
  await refuseBlocked(world, site, sender);
  const comment = { ...sending.comment, ...composeWords(sending.comment) };
  checkLength(site, comment);
  await checkArticle(world, site, comment);
  const { twin, metUnseen } = await passCaptcha(world, sending);
  if (twin) return twin;
  const fingerprint = fingerprintOf(comment.body);
  const screening = await screenForSite(world, site, comment, {
    sender: sender.id,
    fingerprint,
    metUnseen,
  });
  if (screening.verdict === 'refuse') throw refusal(screening.findings);
  await takeTurn(world, site, sender.id, comment.article.key);
  return store(world, sending, comment, screening, fingerprint);
}

function checkLength(site: Site, comment: NewComment): void {
  const most = site['max-length'];
  if (countCharacters(comment.body) <= most) return;
  throw invalidField('body', 'too-long', {
    vi: `Bình luận dài quá ${most} ký tự. Vui lòng rút gọn.`,
    en: `The comment is longer than ${most} characters. Please shorten it.`,
  });
}

async function checkArticle(world: World, site: Site, { article, parentId }: NewComment): Promise<void> {
  const known = await lookUpArticle(world, site, article.key);
  if (!known.shown.open) throw articleClosed();
  if (parentId === undefined || (await findAnswerable(world, site, article.key, parentId))) return;
  throw invalidField('parentId', 'unknown', {
    vi: 'Bình luận mà bạn trả lời không còn nữa.',
    en: 'The comment that you answer is not there any more.',
  });
}

interface Passage {
  /** The answer to the same request, where that one has just spent the challenge. */
  twin?: Submitted;
  metUnseen: Facts['metUnseen'];
}

/** Spends the challenge. Who chose work for a whole site trusts it; elsewhere the weaker ways are looked at. */
async function passCaptcha(world: World, sending: Sending): Promise<Passage> {
  const { site, comment } = sending;
  if (site.captcha === 'off') return { metUnseen: null };
  if (!comment.challenge) throw captchaFailed();
  const met = await redeemChallenge(world, site, comment.challenge);
  if (met === 'picture') return { metUnseen: null };
  if (met === 'audio' || met === 'work') return { metUnseen: site.captcha === 'work' ? null : met };
  const twin = met === 'gone' ? await awaitFirstAnswer(world, sending) : undefined;
  if (twin) return { twin, metUnseen: null };
  throw captchaFailed();
}

async function store(
  world: World,
  sending: Sending,
  comment: NewComment,
  screening: SiteScreening,
  fingerprint: string,
): Promise<Submitted> {
  const { site, sender, idempotencyKey: key } = sending;
  const id = randomToken(world.random);
  const clean = site.moderation === 'publish-clean' && screening.verdict === 'pass';
  const state = clean ? 'published' : 'pending';
  try {
    await storeComment(world.database, {
      id,
      site: site.id,
      article: {
        key: comment.article.key,
        title: comment.article.title ?? '',
        url: comment.article.url ?? '',
      },
      parentId: comment.parentId ?? null,
      author: comment.author,
      email: comment.email ?? null,
      body: comment.body,
      state,
      risk: screening.risk,
      shippedRisk: screening.shippedRisk,
      learnedRisk: screening.learnedRisk,
      sender: sender.id,
      fingerprint,
      sketch: screening.sketch,
      createdAt: world.now(),
      findings: screening.findings,
      idempotency: key === undefined ? undefined : { key, requestHash: requestHash(sending) },
    });
  } catch (error) {
    const twin = error instanceof Duplicate ? await firstAnswer(world, sending) : undefined;
    if (twin) return twin;
    throw error;
  }
  return { id, state, receipt: receiptFor(world, id) };
}
