import { readTyped } from '../../../language/typed.ts';
import { isVisible } from '../../../language/visible.ts';
import type { Moderator } from '../../../moderators/moderator.ts';
import { invalidField, Problem } from '../../../problem.ts';
import { actBy } from '../../../store/acts/record.ts';
import { Duplicate } from '../../../store/database.ts';
import {
  addView,
  deleteView,
  listViews,
  mostViews,
  renameView,
  shareView,
  type View,
} from '../../../store/views/views.ts';
import { askedFrom, queueParameters } from '../../../web/queue/address.ts';
import { randomToken } from '../../../world/random.ts';
import type { Deps } from '../../deps.ts';
import { parseOrRefuse } from '../../field-errors.ts';
import { refuseOthers } from '../../owner/guard-owner.ts';
import { plainText } from '../../shapes.ts';
import { sitesOf } from '../moderator-sites.ts';
import { queueQuery } from '../queue-shapes.ts';
import { countOf } from './counts.ts';

export const viewName = plainText
  .overwrite(readTyped)
  .min(1)
  .max(60)
  .refine(isVisible, { params: { code: 'required' } });

/** A view with how many comments it has. */
export interface CountedView extends View {
  count: number | null;
}

export async function listCounted(deps: Deps, moderator: Moderator): Promise<CountedView[]> {
  const views = await listViews(deps.database, moderator);
  const counts = await Promise.all(views.map((view) => countOf(deps, view, moderator.sites)));
  return views.map((view, index) => ({ ...view, count: counts[index] ?? null }));
}

interface Given {
  name: string;
  asked: string;
  isShared: boolean;
}

/** Saves what narrows the queue under a name; throws `invalid` where the name is taken or there are too many. */
export async function saveView(deps: Deps, moderator: Moderator, given: Given): Promise<string> {
  if (given.isShared) refuseOthers(moderator);
  const asked = askedFrom(new URLSearchParams(given.asked));
  const { site = null } = parseOrRefuse(queueQuery, asked);
  sitesOf(moderator, site ?? undefined);
  const view = {
    ...{ id: randomToken(deps.random), name: given.name, isShared: given.isShared, site },
    asked: queueParameters(asked).toString(),
  };
  const added = await unlessTaken(() => addView(deps.database, view, moderator, actBy(deps, moderator)));
  if (!added) throw tooMany();
  return view.id;
}

export async function rename(deps: Deps, moderator: Moderator, id: string, name: string): Promise<void> {
  if (!(await unlessTaken(() => renameView(deps.database, id, name, moderator)))) throw noSuchView();
}

/** Sharing is for owners; of what they share themselves, and of what others share with their sites, they end it. */
export async function share(deps: Deps, moderator: Moderator, id: string, isShared: boolean): Promise<void> {
  refuseOthers(moderator);
  const view = await findView(deps, moderator, id);
  if (!(await shareView(deps.database, view, isShared, moderator, actBy(deps, moderator))))
    throw noSuchView();
}

export async function remove(deps: Deps, moderator: Moderator, id: string): Promise<void> {
  const view = await findView(deps, moderator, id);
  if (await deleteView(deps.database, view, moderator, actBy(deps, moderator))) return;
  throw notYours();
}

async function findView(deps: Deps, moderator: Moderator, id: string): Promise<View> {
  const view = (await listViews(deps.database, moderator)).find((one) => one.id === id);
  if (view) return view;
  throw noSuchView();
}

async function unlessTaken<Result>(write: () => Promise<Result>): Promise<Result> {
  try {
    return await write();
  } catch (error) {
    if (!(error instanceof Duplicate)) throw error;
    throw invalidField('name', 'taken', {
      vi: 'Đã có khung nhìn mang tên này. Vui lòng chọn tên khác.',
      en: 'There is a view of this name already. Please choose another.',
    });
  }
}

function tooMany(): Problem {
  return invalidField('name', 'too-many', {
    vi: `Mỗi người lưu được ${mostViews} khung nhìn. Vui lòng xóa bớt trước.`,
    en: `One may save ${mostViews} views. Please delete one first.`,
  });
}

function noSuchView(): Problem {
  return new Problem('not-found', {
    vi: 'Không có khung nhìn này.',
    en: 'There is no such view.',
  });
}

function notYours(): Problem {
  return new Problem('forbidden', {
    vi: 'Khung nhìn này do người khác chia sẻ; chỉ quản trị viên xóa được.',
    en: 'This view is shared by somebody else; only an administrator may delete it.',
  });
}
