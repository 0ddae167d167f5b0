import { migrationNames } from '../migrations.ts';
import { reading } from './backup.ts';
import { databaseFile, nameOf } from './data-dir.ts';

/** Whether the database of a data folder is as this program writes it, so that opening it changes nothing. */
export function isUpToDate(directory: string): boolean {
  return reading(databaseFile(directory), nameOf(directory), (connection) => {
    const applied = connection.prepare('select count(*) from d1_migrations').pluck().get();
    return applied === migrationNames().length;
  });
}
