import type { Finding } from '../../src/filter/finding.ts';
import { type Article, pickArticle } from './articles.ts';
import type { Dice } from './dice.ts';
import { composeDraft, type Draft } from './draft.ts';
import { type FinalState, stateAt, textKinds } from './fate.ts';
import type { Crowd } from './people.ts';
import type { Pool } from './pool.ts';

const dayMs = 24 * 3_600_000;

export interface SeededComment {
  id: string;
  article: Article;
  parentId: string | null;
  author: string;
  draft: Draft;
  state: FinalState;
  /** 2 once it was decided, 3 where somebody thought again. */
  version: number;
  risk: number;
  shippedRisk: number | null;
  learnedRisk: number | null;
  sender: string;
  createdAt: number;
  findings: readonly Finding[];
}

/** All that comments are made of. */
export interface World {
  dice: Dice;
  pool: Pool;
  crowd: Crowd;
  articles: readonly Article[];
  pending: number;
  from: number;
  until: number;
}

export function composeComment(world: World, createdAt: number): SeededComment {
  const { dice, pool } = world;
  const state = stateAt(createdAt, world);
  const draft = composeDraft(dice.pickBy(textKinds[state]), pool, createdAt > world.until - dayMs, dice);
  const { risk, shippedRisk, findings } = draft.screening;
  const article = pickArticle(world.articles, createdAt, dice);
  const sender = world.crowd.pick();
  return {
    id: dice.idAt(createdAt),
    article,
    parentId: article.answerable.length > 0 && dice.chance(0.22) ? dice.pick(article.answerable) : null,
    author: dice.chance(0.95) ? sender.name : world.crowd.pick().name,
    draft,
    state,
    version: state === 'pending' ? 1 : dice.chance(0.02) ? 3 : 2,
    risk,
    shippedRisk,
    learnedRisk: shippedRisk === null ? null : learnedFrom(shippedRisk, state, dice),
    sender: sender.hash,
    createdAt,
    findings,
  };
}

/** The site's own history has seen more, and is mostly nearer to what moderators then did. */
function learnedFrom(shipped: number, state: FinalState, dice: Dice): number {
  const towards = state === 'pending' ? shipped : state === 'published' ? 0 : 1;
  return Math.min(1, Math.max(0, shipped + (towards - shipped) * dice.between(-0.2, 0.7)));
}
