import type { By } from '../acts/act.ts';
import { Problem } from '../problem.ts';
import type { Site } from '../sites/site.ts';
import { actBy, recordAct, undoOf } from '../store/acts/record.ts';
import type { Act } from '../store/acts.ts';
import {
  type Choice,
  type ChosenArticle,
  findChoice,
  listChoices,
  nothingChosen,
  storeChoice,
} from '../store/articles/choices.ts';
import type { ActWorld, World } from '../world/world.ts';
import { type KnownArticle, lookUpArticle } from './article.ts';

/** An article, and the comment on it from which something is chosen for it. */
export interface ArticleAt {
  key: string;
  comment: string;
}

/**
 * Closes an article to readers or opens it again, or has its comments moderated in a way of its own. Resolves to how it
 * stands then, and to the act's id: null where it stood so already.
 */
export async function chooseForArticle(
  world: World,
  by: By,
  site: Site,
  { key, comment }: ArticleAt,
  chosen: Partial<Choice>,
): Promise<KnownArticle & { act: string | null }> {
  const stands = await findChoice(world.database, site.id, key);
  if (!stands) throw notThere();
  const act = await choose(world, by, stands, chosen, { comment });
  return { ...(await lookUpArticle(world, site, key)), act };
}

/** Opens or closes articles, each by an act of its own; how many of them are on these sites. */
export async function openArticles(
  world: World,
  by: By & { sites: readonly string[] },
  ids: readonly number[],
  open: boolean,
): Promise<number> {
  const found = await listChoices(world.database, by.sites, ids);
  for (const article of found) await choose(world, by, article, { open });
  return found.length;
}

/** The act's id, or null where it stood so already. */
async function choose(
  world: World,
  by: By,
  article: ChosenArticle,
  chosen: Partial<Choice>,
  more: object = {},
): Promise<string | null> {
  const [from, to] = [choiceOf(article), { ...choiceOf(article), ...chosen }];
  if (isSame(from, to)) return null;
  const act = actBy(world, by);
  const details = { ...more, key: article.key, ...differing(from, to) };
  const recorded = recordAct(act, { kind: 'article-set', site: article.site, details });
  const said = { by: by.id, now: act.createdAt };
  if (await storeChoice(world.database, article.id, { from, to }, said, recorded)) return act.id;
  throw chosenOtherwise();
}

/** Takes back what was chosen for an article, by an act: where it stands as it was left. */
export async function undoChoice(world: ActWorld, done: Act, by: By): Promise<string> {
  const { before, after, ...rest } = done.details as {
    key: string;
    before: Partial<Choice>;
    after: Partial<Choice>;
  };
  const stands = await findChoice(world.database, done.site ?? '', rest.key);
  if (!stands || !isSame(choiceOf(stands), { ...choiceOf(stands), ...after })) throw chosenOtherwise();
  const [from, act] = [choiceOf(stands), actBy(world, by)];
  const recorded = recordAct(act, undoOf({ ...done, details: rest }));
  const said = { by: by.id, now: act.createdAt };
  const to = { ...from, ...before };
  if (await storeChoice(world.database, stands.id, { from, to }, said, recorded)) return act.id;
  throw chosenOtherwise();
}

function choiceOf({ title, url, open, moderation }: Choice): Choice {
  return { title, url, open, moderation };
}

const names = Object.keys(nothingChosen) as (keyof Choice)[];

export function isSame(one: Choice, other: Choice): boolean {
  return names.every((name) => one[name] === other[name]);
}

/** What an act says of a change: those parts that differ, before and after. */
export function differing(from: Choice, to: Choice): { before: Partial<Choice>; after: Partial<Choice> } {
  const changed = names.filter((name) => from[name] !== to[name]);
  const parts = (all: Choice) => Object.fromEntries(changed.map((name) => [name, all[name]]));
  return { before: parts(from), after: parts(to) };
}

function notThere(): Problem {
  return new Problem('not-found', { vi: 'Không có bài viết này.', en: 'There is no such article.' });
}

function chosenOtherwise(): Problem {
  return new Problem('conflict', {
    vi: 'Có người vừa thay đổi bài viết này. Vui lòng xem lại rồi chọn.',
    en: 'Somebody has changed this article since. Please look again, and choose then.',
  });
}
