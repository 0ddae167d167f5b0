import { invalidField } from '../../problem.ts';
import { listSites } from '../../store/sites.ts';
import type { World } from '../../world/world.ts';
import { isGuessable } from './guessable.ts';

export interface Chosen {
  /** In which field of a form it stands. */
  field?: string;
  password: string;
  /** Of the account. */
  name: string;
}

/** Throws `invalid` where a new password is common, or can be guessed from account and sites. */
export async function refuseGuessable(
  { database }: World,
  { field = 'password', password, name }: Chosen,
): Promise<void> {
  const sites = await listSites(database);
  const own = [name, ...sites.flatMap((site) => [site.id, site.name])];
  if (!(await isGuessable(password, own))) return;
  throw invalidField(field, 'guessable', {
    vi: 'Mật khẩu này quá phổ biến hoặc dễ đoán. Vui lòng chọn mật khẩu khác, chẳng hạn ghép vài từ không liên quan.',
    en: 'This password is common or easy to guess. Please choose another one, such as a few unrelated words.',
  });
}
