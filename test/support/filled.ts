import { anything, learnDue } from '../../src/screening/lessons.ts';
import { siteSettings } from '../../src/sites/site.ts';
import { storeAppeal } from '../../src/store/comments/appeals.ts';
import { storeComment } from '../../src/store/comments/comments.ts';
import { storeEdit } from '../../src/store/comments/edits.ts';
import { storeReport } from '../../src/store/comments/reports.ts';
import type { Database } from '../../src/store/database.ts';
import { eraseComment } from '../../src/store/erasure/erasure.ts';
import { changeSiteWords } from '../../src/store/filter/site-words.ts';
import { blockSender } from '../../src/store/limits/blocks.ts';
import { renewSenderKeys } from '../../src/store/limits/sender-keys.ts';
import { addModerator } from '../../src/store/moderators/moderators.ts';
import { type DecisionToStore, storeDecision, storeUndo } from '../../src/store/queue/decisions.ts';
import { addSite } from '../../src/store/sites.ts';
import { actAt } from './acts.ts';

export const lan = { id: 'lan', access: 'desk' as const };
export const at = Date.UTC(2026, 1, 8, 7, 30);
export const dayMs = 86_400_000;

/** A comment as the store takes it, but for its id and its site. */
export const usual = {
  article: { key: '/bai-viet', title: 'Bài viết', url: 'https://bao.example/bai-viet' },
  parentId: null,
  author: 'Hòa',
  email: 'hoa@bao.example',
  body: 'Rất bổ ích.\u2028Cảm ơn tòa soạn.',
  state: 'pending' as const,
  risk: 0.1 + 0.2,
  shippedRisk: 1 / 3,
  learnedRisk: null,
  sender: 's',
  fingerprint: 'f',
  sketch: '0123456789abcdef'.repeat(4),
  createdAt: at,
  findings: [
    {
      rule: 'links' as const,
      verdict: 'hold' as const,
      message: { vi: 'liên kết', en: 'link' },
      start: 1,
      end: 4,
    },
  ],
  idempotency: undefined,
};

const consent = {
  at,
  notice: {
    version: 'v1',
    text: 'Báo lưu tên.',
    privacyUrl: 'https://bao.example/r',
    agreement: 'Tôi đồng ý.',
  },
};

/** Writes two sites with something of every kind; `lan` works on both, `mai` on the second. */
export async function fill(database: Database): Promise<void> {
  for (const id of ['bao', 'tin']) {
    await addSite(
      database,
      { id, ...siteSettings.parse({ name: `Trang ${id}`, 'max-length': 500 }) },
      actAt(at),
    );
    await changeSiteWords(database, id, { removed: [], held: ['cấm'], passed: [] }, actAt(at));
    await renewSenderKeys(database, id, { createdAt: at, key: `key of ${id}` }, dayMs);
  }
  await addPerson(database, 'lan', []);
  await addPerson(database, 'mai', ['tin']);
  for (const id of ['a', 'b', 'c', 'd', 'e'])
    await storeComment(database, { ...usual, id, site: 'bao', ...(id === 'b' && { consent }) });
  await storeComment(database, { ...usual, id: 'answer', site: 'bao', parentId: 'a', state: 'published' });
  await storeComment(database, { ...usual, id: 'other', site: 'tin' });
  await storeComment(database, { ...usual, id: 'late', site: 'bao', apart: true });
  const edit = { id: 'edit', commentId: 'a', version: 1, by: lan, author: 'Hoa', body: 'Bổ ích.' };
  await storeEdit(database, { ...edit, fingerprint: 'g', createdAt: at }, ['bao']);
  await decide(database, 'first', {}, { a: 2, b: 1, other: 1 });
  await decide(database, 'second', { action: 'spam', to: 'spam' }, { c: 1 });
  await decide(database, 'third', { action: 'reject', to: 'rejected', reason: 'Lạc đề' }, { d: 1, e: 1 });
  for (const sender of ['r1', 'r2']) await report(database, 'a', sender);
  await report(database, 'b', 'r1');
  await decide(database, 'fourth', {}, { b: 2 });
  await storeUndo(database, { id: 'fifth', undoes: 'second', by: lan, createdAt: at }, ['bao']);
  await storeAppeal(database, { id: 'd', site: 'bao', text: 'Xin xem lại.', at: at + 1 });
  await eraseComment(database, 'e', { now: at });
  await storeComment(database, { ...usual, id: 'reported', site: 'bao', state: 'published' });
  await report(database, 'reported', 'r1');
  await eraseComment(database, 'reported', { now: at });
  const block = { site: 'bao', sender: 's', moderatorId: 'lan', now: at, until: at + dayMs };
  await blockSender(database, block);
  await learnDue({ database, now: () => at }, anything);
}

function addPerson(database: Database, id: string, sites: string[]) {
  const person = { id, name: id, password: 'scrypt$2$1$1$AA==$AA==', role: 'owner' as const, createdAt: at };
  return addModerator(database, { ...person, sites }, actAt(at));
}

export function decide(
  database: Database,
  id: string,
  more: Partial<DecisionToStore>,
  versions: Record<string, number>,
) {
  const usually = { action: 'publish', to: 'published', reason: null, note: null } as const;
  const comments = Object.entries(versions).map(([comment, version]) => ({ id: comment, version }));
  const decision = { id, by: lan, createdAt: at, ...usually, ...more };
  return storeDecision(database, decision, ['bao', 'tin'], comments);
}

function report(database: Database, commentId: string, sender: string) {
  const given = { commentId, sender, reason: 'spam' as const, details: 'Quảng cáo', createdAt: at };
  return storeReport(database, 'bao', given, 9);
}
