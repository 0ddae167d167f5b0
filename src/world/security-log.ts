import type { Log } from './log.ts';
import { counter } from './metrics.ts';

/**
 * What whoever answers for an installation wants to read of it. Accounts and sites go by their ids: never what somebody
 * typed (a name may be a password in the wrong field), an address, or a secret. `by` is the account that did it.
 */
export interface SecurityEvents {
  'signed in': { account: string };
  /** Without an account where there is none of that name. */
  'sign-in failed': { account?: string; why: 'credentials' | 'code' | 'too-many' | 'disabled' };
  'password changed': { account: string };
  'second factor changed': { account: string; to: 'on' | 'off' };
  'token made': { account: string };
  'account added': { by: string; account: string; role: string };
  'account changed': { by: string; account: string; role: string };
  'account disabled': { by: string; account: string };
  'account enabled': { by: string; account: string };
  'account reset': { by: string; account: string; withoutFactor: boolean };
  'site added': { by: string; site: string };
  'settings changed': { by: string; site: string; settings: readonly string[] };
  'identity key added': { by: string; site: string; key: string };
  'identity key removed': { by: string; site: string; key: string };
  'judge key changed': { by: string; site: string };
  'judge key removed': { by: string; site: string };
  'words changed': { by: string; site: string; added: number; removed: number };
}

const count = counter('binh_luan_security_events_total', 'What was noted for whoever answers for security.', {
  readers: 'anyone',
  labels: ['event'],
  known: [{ event: 'signed in' }, { event: 'sign-in failed' }],
});

/** One line for one event; a warning where it may be an attack. */
export function logSecurity<Name extends keyof SecurityEvents>(
  { log }: { log: Log },
  event: Name,
  fields: SecurityEvents[Name],
): void {
  count({ event });
  log(event === 'sign-in failed' ? 'warn' : 'info', event, fields);
}
