import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dayMs } from '../../world/clock.ts';
import { beginAside, moveInto, syncFile } from './durable.ts';
import { keepSecret, secretFile } from './secret.ts';

/** A secret of before, and until when what was made by it is good. */
export interface OldSecret {
  secret: string;
  until: number;
}

/**
 * Makes the secret that the service takes at its next start; what the one until then made stays good for so many days
 * from that start on. Another one that waits is replaced.
 */
export function prepareSecret(directory: string, overlapDays: number): void {
  keepSecret(secretFile(directory), false);
  writeWhole(nextFile(directory), [randomBytes(32).toString('base64url'), String(overlapDays)]);
}

/**
 * Takes the secret that was prepared, if one was; for whoever alone serves the data folder. Cut off anywhere, the next
 * start goes on: the present one is among the old before the new one takes its name.
 */
export function takeNextSecret(directory: string, now: number): boolean {
  const file = nextFile(directory);
  if (!existsSync(file)) return false;
  const [next = '', days = '0'] = readFileSync(file, 'utf8').split('\n');
  const present = keepSecret(secretFile(directory), false);
  if (present !== next) {
    const before = listOldSecrets(directory).filter(({ secret }) => secret !== present);
    writeOldSecrets(directory, [{ secret: present, until: now + Number(days) * dayMs }, ...before]);
    writeWhole(secretFile(directory), [next]);
  }
  rmSync(file, { force: true });
  return true;
}

/** The secrets of before, the latest first; also those that are over, as long as they are not forgotten. */
export function listOldSecrets(directory: string): OldSecret[] {
  const file = oldFile(directory);
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => {
    const [until = '', secret = ''] = line.split(' ');
    return { secret, until: Number(until) };
  });
}

/** Those that are good still. */
export function goodOldSecrets(directory: string, now: number): string[] {
  return listOldSecrets(directory).flatMap(({ secret, until }) => (until > now ? [secret] : []));
}

/** Forgets those that are over. */
export function forgetOldSecrets(directory: string, now: number): void {
  const all = listOldSecrets(directory);
  const good = all.filter(({ until }) => until > now);
  if (good.length < all.length) writeOldSecrets(directory, good);
}

/** Whether another one was prepared that no start has taken yet. */
export function hasNextSecret(directory: string): boolean {
  return existsSync(nextFile(directory));
}

/** Where secrets are, if they are. */
export function secretFiles(directory: string): string[] {
  return [secretFile(directory), oldFile(directory), nextFile(directory)];
}

function writeOldSecrets(directory: string, old: readonly OldSecret[]): void {
  writeWhole(
    oldFile(directory),
    old.map(({ secret, until }) => `${until} ${secret}`),
  );
}

/** Whatever cuts this off leaves all of it under its name, or what was there before. */
function writeWhole(file: string, lines: readonly string[]): void {
  const aside = beginAside(file);
  try {
    writeFileSync(aside, lines.map((line) => `${line}\n`).join(''));
    syncFile(aside);
    moveInto(aside, file);
  } finally {
    rmSync(aside, { force: true });
  }
}

function nextFile(directory: string): string {
  return join(directory, 'secret.next');
}

function oldFile(directory: string): string {
  return join(directory, 'secret.old');
}
