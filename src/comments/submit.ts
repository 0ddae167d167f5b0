import { articleClosed, asSent, type KnownArticle, lookUpArticle } from '../articles/article.ts';
import { mailboxToFollow, notifyMistakes } from '../notices/mail/wish.ts';
import { type FieldError, invalidFields, Problem } from '../problem.ts';
import { counted } from '../screening/counting.ts';
import type { SiteScreening } from '../screening/site-filter.ts';
import type { Site } from '../sites/site.ts';
import { storeComment } from '../store/comments/comments.ts';
import { type Demand, Duplicate } from '../store/database.ts';
import { growingId } from '../world/random.ts';
import { receiptFor } from '../world/receipt.ts';
import type { World } from '../world/world.ts';
import { refuseBlocked } from './block.ts';
import { demandsOf, type Given, type Judged, judgeCaptcha, mistakesOf, spendCaptcha } from './captcha.ts';
import { composeWords, countCharacters, fingerprintOf, type NewComment } from './comment.ts';
import { consentMistakes, consentTo } from './consent.ts';
import { firstAnswer, requestHash, retryMark, type Sending, type Submitted } from './idempotency.ts';
import { isTooFast, refusal } from './refusal.ts';
import { heldBack } from './senders/held.ts';
import { choosePublishing, type Publishing } from './senders/publishing.ts';
import { refuseStranger } from './senders/stranger.ts';
import { findAnswerable } from './thread.ts';
import { screenAndJudge } from './way-in/screen.ts';
import { type Turn, withTurn } from './way-in/turns.ts';

/** A comment's way in. Whatever throws on the way, the comment is not public. */
export async function submit(world: World, sending: Sending): Promise<Submitted> {
  refuseStranger(sending);
  try {
    return await takeIn(world, sending);
  } catch (error) {
    // Of two requests with one key that run at once, the later is told what the earlier was: what it fails by is stored.
    const isOutdone = error instanceof Problem || error instanceof Duplicate;
    const twin = isOutdone ? await firstAnswer(world, sending) : undefined;
    if (twin) return twin;
    throw error;
  }
}

/** What is refused for lack of room has spent nothing: the reader's solved captcha is good for another try. */
async function takeIn(world: World, sending: Sending): Promise<Submitted> {
  const { site, sender } = sending;
  const comment = { ...sending.comment, ...composeWords(sending.comment) };
  const [earlier, { isHeld }, article] = await Promise.all([
    firstAnswer(world, sending),
    refuseBlocked(world, site, sender),
    openArticle(world, site, comment),
  ]);
  if (earlier) return earlier;
  const given = givenIn(world, sending);
  const [judged, ofParent] = await Promise.all([
    judgeCaptcha(world, given),
    parentMistakes(world, site, article.id, comment),
  ]);
  refuseMistakes([
    ...lengthMistakes(site, comment),
    ...ofParent,
    ...consentMistakes(site, comment),
    ...notifyMistakes(world, comment),
    ...judged.mistakes,
  ]);
  const fingerprint = fingerprintOf(comment.body);
  const id = growingId(world);
  const traces = { sender: sender.id, fingerprint, metUnseen: judged.metUnseen };
  const screening = counted(await screenAndJudge(world, site, { ...comment, id, known: article }, traces));
  const { verdict, findings } = screening;
  if (isTooFast(findings)) throw refusal(findings);
  if (verdict === 'refuse') {
    refuseMistakes(await spendCaptcha(world, given));
    throw refusal(findings);
  }
  return letIn(world, sending, comment, { id, fingerprint, screening, isHeld, article, given, judged });
}

interface Screened {
  id: string;
  fingerprint: string;
  screening: SiteScreening;
  isHeld: boolean;
  article: KnownArticle;
  given: Given;
  judged: Judged;
}

/** Stores it where there is room, by one write: the turn is taken, the captcha spent and the comment there, or none of it. */
async function letIn(
  world: World,
  sending: Sending,
  comment: NewComment,
  { id, fingerprint, screening, isHeld, article, given, judged }: Screened,
): Promise<Submitted> {
  const { site, sender } = sending;
  const { isTooMuch } = judged;
  const isQuiet = screening.senderLastHour === 0;
  const comer = { sender: sender.id, isQuiet, isTooMuch, articleKey: comment.article.key };
  const storeAt = async ({ isApart, demands }: Turn) => {
    const held = heldBack(screening, { isHeld, isApart, isTooMuch });
    const { moderation } = article;
    const publishing = await choosePublishing(world, site, sender, { screening: held, moderation });
    const toStore = { ...publishing, id, fingerprint, apart: isApart };
    return store(world, sending, comment, toStore, [...demandsOf(world, given, judged), ...demands]);
  };
  try {
    return await withTurn(world, site, comer, storeAt);
  } catch (error) {
    refuseMistakes(mistakesOf(error));
    throw error;
  }
}

function givenIn(world: World, sending: Sending): Given {
  const { site, sender, comment } = sending;
  return { site, sender: sender.id, challenge: comment.challenge, mark: retryMark(world, sending) };
}

/** All that is wrong is told at once. */
function refuseMistakes(mistakes: readonly FieldError[]): void {
  if (mistakes.length > 0) throw invalidFields(mistakes);
}

export function lengthMistakes(site: Site, comment: { body: string }): FieldError[] {
  const most = site['max-length'];
  if (countCharacters(comment.body) <= most) return [];
  const message = {
    vi: `Bình luận dài quá ${most} ký tự. Vui lòng rút gọn.`,
    en: `The comment is longer than ${most} characters. Please shorten it.`,
  };
  return [{ field: 'body', code: 'too-long', message }];
}

async function openArticle(world: World, site: Site, { article }: NewComment): Promise<KnownArticle> {
  const known = await lookUpArticle(world, site, article.key);
  if (!known.shown.open) throw articleClosed();
  return known;
}

async function parentMistakes(
  world: World,
  site: Site,
  articleId: KnownArticle['id'],
  { parentId }: NewComment,
): Promise<FieldError[]> {
  if (parentId === undefined || (await findAnswerable(world, site, articleId, parentId))) return [];
  const message = {
    vi: 'Bình luận mà bạn trả lời không còn nữa.',
    en: 'The comment that you answer is not there any more.',
  };
  return [{ field: 'parentId', code: 'unknown', message }];
}

interface ToStore extends Publishing {
  id: string;
  fingerprint: string;
  apart: boolean;
}

async function store(
  world: World,
  sending: Sending,
  comment: NewComment,
  { id, screening, fingerprint, apart, state: chosen, trust }: ToStore,
  demands: Demand[],
): Promise<Submitted> {
  const { site, sender, idempotencyKey: key } = sending;
  const createdAt = world.now();
  const row = {
    id,
    site: site.id,
    article: { key: comment.article.key, ...asSent(site, comment.article) },
    parentId: comment.parentId ?? null,
    author: comment.author,
    email: comment.email ?? null,
    body: comment.body,
    state: chosen,
    trust,
    apart,
    risk: screening.risk,
    shippedRisk: screening.shippedRisk,
    learnedRisk: screening.learnedRisk,
    judged: screening.judged,
    sender: sender.id,
    formerly: sender.reader && sender.ids,
    badge: sender.reader?.badge ?? null,
    fingerprint,
    sketch: screening.sketch,
    createdAt,
    consent: consentTo(site, createdAt),
    findings: screening.findings,
    follow: await mailboxToFollow(world, comment),
    idempotency: key === undefined ? undefined : { key, requestHash: requestHash(sending) },
  };
  const state = await storeComment(world.database, row, ...demands);
  return { id, state, receipt: receiptFor(world, id) };
}
