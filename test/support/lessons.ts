import { sql } from 'kysely';
import type { Label } from '../../src/filter/own/seen.ts';
import { storeComment } from '../../src/store/comments/comments.ts';
import { build, type Database } from '../../src/store/database.ts';
import { usual } from './filled.ts';

export type Taught = readonly [body: string, label: Label];

/** Of a site that turns down what is said of football, which neither lists of words nor the shipped models know. */
export function aboutFootball(count: number): Taught[] {
  const good = ['Ý kiến này rất hay', 'Bài viết bổ ích quá', 'Tôi đồng ý với tác giả', 'Mong báo viết thêm'];
  const bad = [
    'Trận bóng đá này rất hay',
    'Trận bóng đá hôm qua',
    'Cảm ơn đội bóng đá',
    'Mong xem thêm bóng đá',
  ];
  return Array.from({ length: count }, (_, at): Taught => {
    const isBad = at % 3 === 0;
    const words = (isBad ? bad : good)[at % 4] ?? '';
    return [`${words}, lần thứ ${at}`, isBad ? 'reject' : 'publish'];
  });
}

/** The same comments, decided by chance. */
export function byChance(count: number, random: () => number): Taught[] {
  return aboutFootball(count).map(([body]): Taught => [body, random() < 1 / 3 ? 'reject' : 'publish']);
}

/** Stores comments and what moderators made of them; the ids are of the site and a number, from the first on. */
export async function teach(
  database: Database,
  site: string,
  lessons: readonly Taught[],
  first = 0,
): Promise<void> {
  const idAt = (at: number) => `${site}-${first + at}`;
  for (const [at, [body]] of lessons.entries()) {
    const createdAt = usual.createdAt + first + at;
    await storeComment(database, { ...usual, id: idAt(at), site, body, createdAt, findings: [] });
  }
  const labels = JSON.stringify(lessons.map(([, label], at) => [idAt(at), label]));
  await database.query(
    sql`update comments set lesson = taught.value ->> 1 from json_each(${labels}) as taught
      where comments.id = taught.value ->> 0`.compile(build),
  );
}
