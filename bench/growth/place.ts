import { statSync } from 'node:fs';
import SQLite from 'better-sqlite3';
import { databaseFile } from '../../src/store/files/data-dir.ts';
import { type Client, connect } from '../client.ts';
import { addToken } from '../desk/folder.ts';
import type { Bench } from '../service/bench.ts';
import { type Origin, prepareFolder } from '../service/folder.ts';
import { lookAtMachine } from '../service/machine.ts';
import { startService } from '../service/service.ts';

/** The service as it runs, and a moderator of all its sites. */
export interface Place extends Bench {
  moderator: Client;
  close: () => Promise<void>;
}

export async function openPlace(origin: Origin): Promise<Place> {
  const folder = prepareFolder(origin);
  const token = tokenFor(folder.path);
  const server = await startService(folder, folder.path);
  const client = connect(server.url);
  const moderator = connect(server.url, { authorization: `Bearer ${token}` });
  return {
    quick: true,
    folder,
    machine: lookAtMachine(),
    server,
    client,
    moderator,
    async close() {
      client.close();
      moderator.close();
      await server.stop();
      folder.remove();
    },
  };
}

function tokenFor(path: string): string {
  const database = new SQLite(databaseFile(path));
  try {
    return addToken(database, 'Lan');
  } finally {
    database.close();
  }
}

/** Megabytes of the database, and of its log. */
export function sizesOf({ folder }: Place): { file: number; log: number } {
  const file = databaseFile(folder.path);
  const size = (path: string) => (statSync(path, { throwIfNoEntry: false })?.size ?? 0) / 1e6;
  return { file: size(file), log: size(`${file}-wal`) };
}
