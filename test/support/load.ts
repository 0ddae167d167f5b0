import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { siteSettings } from '../../src/sites/site.ts';
import { openDataDir } from '../../src/store/files/data-dir.ts';
import { putCredential } from '../../src/store/moderators/credentials.ts';
import { addModerator } from '../../src/store/moderators/moderators.ts';
import { setSite } from '../../src/store/site-settings.ts';
import { addSite, missingSites } from '../../src/store/sites.ts';
import { digest } from '../../src/world/hash.ts';
import { randomToken } from '../../src/world/random.ts';
import { actAt } from './acts.ts';

/** What a sender was told. */
export interface Told {
  status: number;
  id: string;
  receipt: string;
  retryAfter: string | null;
}

/** Makes an installation that stands take comments as fast as they come; returns an owner's bearer token. */
export async function prepareFolder(directory: string): Promise<string> {
  const database = openDataDir(directory);
  const free = { captcha: 'off', pace: 'off', 'site-per-hour': 0, 'article-per-hour': 0 } as const;
  const [missing] = await missingSites(database, ['demo']);
  if (missing) await addSite(database, { id: missing, ...siteSettings.parse({ name: 'Báo' }) }, actAt(0));
  await setSite(database, 'demo', free, actAt(0));
  const secret = randomToken(randomBytes);
  const owner = { id: 'lan', name: 'Lan Anh', password: 'scrypt$2$1$1$AA==$AA==', role: 'owner' as const };
  await addModerator(database, { ...owner, sites: [], createdAt: 0 }, actAt(0));
  const kind = { kind: 'token', expiresAt: null, browser: '', name: '', scope: null, endsAt: null } as const;
  await putCredential(
    database,
    { ...kind, hash: digest(secret), moderatorId: 'lan', createdAt: 0 },
    actAt(0),
  );
  database.close();
  return secret;
}

export function databaseIn(directory: string): string {
  return join(directory, 'binh-luan.db');
}

/** Sends one comment; rejects where there is no answer. */
export async function sendComment(url: string, body: string, key?: string): Promise<Told> {
  const answer = await fetch(`${url}/api/v1/sites/demo/comments`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'accept-encoding': 'identity',
      ...(key && { 'idempotency-key': key }),
    },
    body: JSON.stringify({ article: { key: '/bai' }, author: 'Hòa', body }),
  });
  const { id = '', receipt = '' } = await answer.json();
  return { status: answer.status, id, receipt, retryAfter: answer.headers.get('retry-after') };
}

/** So many send one comment after the other, with about such a pause, until they are stopped or nobody answers any more. */
export function startSenders(url: string, count: number, { pauseMs = 0, name = '' } = {}) {
  const told: Told[] = [];
  const unanswered: unknown[] = [];
  let going = true;
  const sender = async (lane: number) => {
    for (let turn = 0; going; turn += 1) {
      const words = `Ý kiến ${name} số ${turn} của người thứ ${lane}: ${(lane * 1e6 + turn).toString(36)}`;
      const answer = await sendComment(url, words).catch((error) => void unanswered.push(error));
      if (!answer) return;
      told.push(answer);
      // No two rest alike, or all that share a commit would come again at once.
      const restMs = pauseMs * (0.5 + lane / count);
      if (restMs > 0) await new Promise((resolve) => setTimeout(resolve, restMs));
    }
  };
  const ended = Promise.all(Array.from({ length: count }, (_, lane) => sender(lane)));
  return {
    told,
    unanswered,
    ended,
    acknowledged: () => told.filter(({ status }) => status === 202).map(({ id }) => id),
    async stop() {
      going = false;
      await ended;
    },
  };
}
