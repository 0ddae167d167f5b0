import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isSecret } from '../../settings/kinds.ts';
import { beginAside, linkInto, syncFile } from './durable.ts';

const costs = 'receipts, second factors and the hashes of senders depend on it';

export function secretFile(directory: string): string {
  return join(directory, 'secret');
}

export function hasSecret(directory: string): boolean {
  return existsSync(secretFile(directory));
}

/**
 * The secret in a file, made where it has never been: `mayBegin` says that nothing depends on an earlier one. Throws
 * one line where it is missing, or was cut. Of two processes that start at once, one writes it and both read it.
 */
export function keepSecret(file: string, mayBegin: boolean): string {
  if (!existsSync(file)) {
    if (!mayBegin) throw new Error(`"${file}" is missing beside the database; ${whatToDo(file)}`);
    makeSecret(file);
  }
  const secret = readFileSync(file, 'utf8').trim();
  if (!isSecret(secret)) throw new Error(`"${file}" has fewer than 32 characters; ${whatToDo(file)}`);
  return secret;
}

function whatToDo(file: string): string {
  return `${costs}: put it back, or set SECRET to it (to begin anew on purpose, write 32 or more random characters into "${file}")`;
}

/** Written aside and synced, so that whatever cuts this off leaves all of it, or nothing under its name. */
function makeSecret(file: string): void {
  const aside = beginAside(file);
  try {
    writeFileSync(aside, `${randomBytes(32).toString('base64url')}\n`);
    syncFile(aside);
    linkInto(aside, file);
  } finally {
    rmSync(aside, { force: true });
  }
}
