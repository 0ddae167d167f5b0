import { StorageFailure } from '../failure.ts';
import { isOfSystem } from './errors.ts';
import type { Statement } from './link.ts';
import type { Commit } from './writing.ts';

/** What the thread that writes is told to do; each is answered under its number, in the order of the writes. */
export type Order =
  | { kind: 'write'; number: number; statements: readonly Statement[] }
  | { kind: 'sync' | 'purgeLog' | 'stop' | 'flush' | 'close'; number: number };

/** What the thread that reads is told to do. */
export type ReadOrder =
  | { kind: 'read'; number: number; statements: readonly Statement[] }
  | { kind: 'close' | 'end'; number: number };

export type Answer = { number: number } & ({ value: unknown } | { error: SentError });

/** What the thread that writes tells: answers, or what concerns whoever reads. */
export type Told =
  | { kind: 'answers'; answers: Answer[]; commits: Commit[] }
  | { kind: 'closed' | 'opened' }
  | { kind: 'failed'; error: SentError };

/** How the thread begins. */
export interface Beginning {
  file: string;
  trusted: boolean;
  stopped: boolean;
  /** Set to 1 once readers have closed their connection. */
  gate: Int32Array;
}

/** An error, and what of it would not arrive. */
export interface SentError {
  error: Error;
  own: Record<string, unknown>;
  isFailure: boolean;
}

export function sendable(thrown: unknown): SentError {
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  const code = 'code' in error ? { code: error.code } : {};
  const own = isOfSystem(error) ? { ...code, syscall: error.syscall } : code;
  return { error, own, isFailure: error instanceof StorageFailure };
}

export function asThrown({ error, own, isFailure }: SentError): Error {
  return isFailure ? new StorageFailure(error.message, { cause: error.cause }) : Object.assign(error, own);
}
