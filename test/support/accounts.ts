import { Buffer } from 'node:buffer';
import { scryptSync } from 'node:crypto';
import type { Role } from '../../src/moderators/moderator.ts';
import { addModerator } from '../../src/store/moderators/moderators.ts';
import { actAt } from './acts.ts';
import { type Service, start } from './service.ts';

export const password = 'mật khẩu của Lan';
export const chromeOnWindows =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';

/** An account with a password that opens it, hashed at little cost; its id is its name. */
export async function addAccount(service: Service, name = 'Lan', role: Role = 'moderator'): Promise<void> {
  const key = scryptSync(password.normalize('NFKC'), Buffer.alloc(1), 32, { N: 64, r: 8, p: 1 });
  const hash = `scrypt$64$8$1$AA==$${key.toString('base64')}`;
  const account = { id: name, name, password: hash, role, sites: [], createdAt: start };
  await addModerator(service.deps.database, account, actAt(start));
}

/** Signs in by JSON; what is given replaces the usual. */
export function signIn(service: Service, given: object = {}, headers: Record<string, string> = {}) {
  const from = { 'user-agent': chromeOnWindows, ...headers };
  return service.json('POST', '/api/v1/session', { name: 'Lan', password, ...given }, from);
}

/** The headers of a new session. */
export async function sessionOf(service: Service, given: object = {}): Promise<{ cookie: string }> {
  return { cookie: cookieOf(await signIn(service, given)) };
}

export function cookieOf(answer: { headers: Headers }): string {
  return answer.headers.get('set-cookie')?.split(';')[0] ?? '';
}

/** Whether the desk opens to these headers. */
export async function opens(service: Service, headers: Record<string, string>): Promise<boolean> {
  return (await service.json('GET', '/api/v1/queue', undefined, headers)).status === 200;
}

export async function accountPage(service: Service, headers: Record<string, string>): Promise<string> {
  return (await service.request('/moderation/account', { headers })).text();
}
