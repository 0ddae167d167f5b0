import type { MiddlewareHandler } from 'hono';
import type { Moderator } from '../../moderators/moderator.ts';
import { Problem } from '../../problem.ts';
import type { Env } from '../deps.ts';

/** Lets owners through; the others are told whom to ask. Stands behind `requireModerator`. */
export const requireOwner: MiddlewareHandler<Env> = async (context, next) => {
  refuseOthers(context.get('moderator'));
  await next();
};

/** Throws `forbidden` unless it is an owner. */
export function refuseOthers({ role }: Moderator): void {
  if (role === 'owner') return;
  throw new Problem('forbidden', {
    vi: 'Trang này chỉ dành cho quản trị viên. Nếu cần thay đổi ở đây, bạn vui lòng nhờ họ giúp.',
    en: 'This page is for administrators only. If something here should change, please ask one of them.',
  });
}
