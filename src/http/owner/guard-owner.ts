import type { MiddlewareHandler } from 'hono';
import { Problem } from '../../problem.ts';
import type { Env } from '../deps.ts';

/** Lets owners through; the others are told whom to ask. Stands behind `requireModerator`. */
export const requireOwner: MiddlewareHandler<Env> = async (context, next) => {
  if (context.get('moderator').role !== 'owner') {
    throw new Problem('forbidden', {
      vi: 'Trang này chỉ dành cho chủ tài khoản. Nếu cần thay đổi ở đây, bạn vui lòng nhờ họ giúp.',
      en: 'This page is for owners only. If something here should change, please ask one of them.',
    });
  }
  await next();
};
