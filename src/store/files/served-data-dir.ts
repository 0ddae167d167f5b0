import { mkdirSync } from 'node:fs';
import { checkInBackground } from './background-check.ts';
import { databaseFile, nameOf, openDataDir, secretOf } from './data-dir.ts';
import { FileWatch } from './file-watch.ts';
import { naming } from './naming.ts';
import { forgetOldSecrets, goodOldSecrets, listOldSecrets, takeNextSecret } from './old-secrets.ts';
import { lockForServing, type ServerLock } from './server-lock.ts';
import { remedy, requireSound } from './soundness.ts';

/**
 * Opens the data folder for the one process that serves it; throws one line where another does, or where the database
 * is none of ours, damaged or gone.
 */
export function serveDataDir(directory: string, givenSecret?: string) {
  return naming(nameOf(directory), () => {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    const lock = lockForServing(directory);
    try {
      return serveLocked(directory, givenSecret, lock);
    } catch (error) {
      lock.release();
      throw error;
    }
  });
}

function serveLocked(directory: string, givenSecret: string | undefined, lock: ServerLock) {
  const file = databaseFile(directory);
  requireSound(file);
  const isRotated = givenSecret === undefined && takeNextSecret(directory, Date.now());
  const secret = secretOf(directory, givenSecret);
  const database = openDataDir(directory, givenSecret);
  lock.noteServed();
  database.writeAside();
  const watch = new FileWatch(file, database);
  return {
    database,
    secret,
    /** Whether the secret is another than at the last start. */
    isRotated,
    /** Also those that are over: what they sealed can be sealed anew. */
    oldSecrets: givenSecret === undefined ? listOldSecrets(directory).map((old) => old.secret) : [],
    /** Forgets those that are over; those that are good still. */
    goodOldSecrets(): string[] {
      if (givenSecret !== undefined) return [];
      forgetOldSecrets(directory, Date.now());
      return goodOldSecrets(directory, Date.now());
    },
    settled: () => watch.settled(),
    /** Watches for damage from now on; what is found stops the writes, and is told once with what to do. */
    watch(tell: (fault: string, remedy: string) => void): void {
      watch.begin();
      checkInBackground(file, (fault) => database.stopWrites(fault));
      void database.writesStopped.then((fault) => tell(fault, remedy));
    },
    async close(): Promise<void> {
      await database.close();
      lock.release();
    },
  };
}
