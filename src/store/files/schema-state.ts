import { migrationNames } from '../migrations.ts';
import { reading, requireOurs } from './backup.ts';
import { nameOf, requireDatabase } from './data-dir.ts';

/** What the database of a data folder has not yet of this program, and what it has of a newer one; nothing is changed. */
export function schemaOf(directory: string): { missing: string[]; unknown: string[] } {
  const file = requireDatabase(directory);
  const applied = reading(file, nameOf(directory), (connection) => {
    requireOurs(connection, file);
    return connection.prepare<[], string>('select name from d1_migrations order by id').pluck().all();
  });
  const known = migrationNames();
  return {
    missing: known.filter((name) => !applied.includes(name)),
    unknown: applied.filter((name) => !known.includes(name)),
  };
}
