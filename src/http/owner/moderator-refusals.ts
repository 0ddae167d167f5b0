import type { Moderator } from '../../moderators/moderator.ts';
import { Problem } from '../../problem.ts';
import { type ListedModerator, listModerators } from '../../store/moderators/moderators.ts';
import type { Deps } from '../deps.ts';

/** An account that the owner may see; throws `not-found` else. */
export async function findListed(deps: Deps, owner: Moderator, id: string): Promise<ListedModerator> {
  const [listed] = await listModerators(deps.database, owner, id);
  if (!listed) {
    throw new Problem('not-found', {
      vi: 'Không có tài khoản này trong các trang báo của bạn.',
      en: 'There is no such account on your sites.',
    });
  }
  return listed;
}

/** Why a change of the account was not made. */
export async function whyNot(deps: Deps, owner: Moderator, id: string): Promise<Problem> {
  const { changeable, disabledAt } = await findListed(deps, owner, id);
  if (!changeable) return notChangeable();
  return disabledAt === null ? lastOwner() : isDisabled();
}

export function refuseOwn(owner: Moderator, id: string, sentence: { vi: string; en: string }): void {
  if (owner.id === id) throw new Problem('forbidden', sentence);
}

export const ownDisabling = {
  vi: 'Không ai tự khóa tài khoản của mình. Vui lòng nhờ một quản trị viên khác.',
  en: 'Nobody disables their own account. Please ask another administrator.',
};

export const ownReset = {
  vi: 'Bạn đổi mật khẩu của mình ở trang tài khoản.',
  en: 'You change your own password on your account’s page.',
};

function notChangeable(): Problem {
  return new Problem('forbidden', {
    vi: 'Tài khoản này làm việc cả trên trang báo khác, nên chỉ chủ của mọi trang đó mới thay đổi được.',
    en: 'This account works on other sites too, so only an administrator of all of them may change it.',
  });
}

function lastOwner(): Problem {
  return new Problem('conflict', {
    vi: 'Đây là chủ cuối cùng của mọi trang báo, nên tài khoản này phải giữ nguyên. Hãy thêm một chủ khác trước.',
    en: 'This is the last administrator of all sites, so the account must stay as it is. Please add another administrator first.',
  });
}

function isDisabled(): Problem {
  return new Problem('conflict', {
    vi: 'Tài khoản này đang bị khóa. Hãy mở lại trước.',
    en: 'This account is disabled. Please enable it first.',
  });
}
