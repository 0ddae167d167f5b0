import { readdirSync, readFileSync } from 'node:fs';

const folder = new URL('../../db/migrations/', import.meta.url);

/** The names of the migrations that this program comes with, in the order in which they are applied. */
export function migrationNames(): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort();
}

export function readMigration(name: string): string {
  return readFileSync(new URL(name, folder), 'utf8');
}
