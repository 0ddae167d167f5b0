import { randomBytes } from 'node:crypto';
import type SQLite from 'better-sqlite3';
import { hashPassword } from '../../src/moderators/password.ts';
import { passwordLine } from '../../src/moderators/password-line.ts';
import type { Dice } from './dice.ts';

const names = ['Lan', 'Minh Tuấn', 'Thu Hà', 'Quốc Bảo', 'Ngọc Ánh'];

/** Sites that are not there yet: `demo`, `bao-2`, `bao-3`… */
export function addSites(connection: SQLite.Database, count: number, createdAt: number): string[] {
  const sites = Array.from({ length: count }, (_, at) => (at === 0 ? 'demo' : `bao-${at + 1}`));
  const add = connection.prepare('insert or ignore into sites (id, name, created_at) values (?, ?, ?)');
  for (const site of sites) add.run(site, site === 'demo' ? 'Trang giới thiệu' : `Báo ${site}`, createdAt);
  return sites;
}

/** Five moderators of all sites, the first an owner, all with the same password; returns their ids. */
export async function addStaff(
  connection: SQLite.Database,
  password: string,
  createdAt: number,
  dice: Dice,
): Promise<string[]> {
  const hash = await passwordLine.run({ key: 'seed', known: true }, (turn) =>
    hashPassword(turn, randomBytes, password),
  );
  const add = connection.prepare(
    'insert or ignore into moderators (id, name, password, role, all_sites, created_at) values (?, ?, ?, ?, 1, ?)',
  );
  const find = connection.prepare('select id from moderators where name = ?').pluck();
  return names.map((name, at) => {
    add.run(dice.id(), name, hash, at === 0 ? 'owner' : 'moderator', createdAt);
    return String(find.get(name));
  });
}
