import { sql } from 'kysely';
import { poster } from '../../src/notices/channels/post.ts';
import { judgesBy } from '../../src/screening/judge/judges.ts';
import { atMost } from '../../src/screening/judge/line.ts';
import { renewSecret } from '../../src/screening/judge/set-up.ts';
import type { SiteSettings } from '../../src/sites/site.ts';
import { byCommand } from '../../src/store/acts/record.ts';
import { build } from '../../src/store/database.ts';
import { findSite } from '../../src/store/sites.ts';
import { passes, startReceiver } from './receiver.ts';
import { startService } from './service.ts';

/** A service whose site publishes what is clean and asks a judge, which is a real server on this machine. */
export async function startJudged(settings: Partial<SiteSettings> = {}, most = 16) {
  const service = await startService();
  // The judge's library looks at the time that is signed.
  service.clock.now = Date.now();
  const judge = await startReceiver();
  judge.answer = passes;
  const reach = { loopback: true };
  const judges = judgesBy(reach, atMost(most, poster(reach)), service.deps.log);
  service.deps.judges = judges;
  const quiet = { captcha: 'off', pace: 'off', moderation: 'publish-clean' } as const;
  await service.setSite({ ...quiet, 'judge-url': `${judge.url}/judge`, ...settings });
  const site = async () => {
    const found = await findSite(service.deps.database, 'demo');
    if (!found) throw new Error('no site');
    return found;
  };
  const secret = await renewSecret(service.deps, await site(), byCommand);
  const owner = await service.addModerator('Chủ', { role: 'owner' });

  return {
    ...{ service, judge, judges, secret, owner, site },

    /** Sends a comment; what became of it, and why. */
    async judged(comment: Record<string, unknown> = {}) {
      const { status, body } = await service.send({ challenge: undefined, ...comment });
      const { comments } = (
        await service.json('GET', '/api/v1/queue?state=pending&limit=100', undefined, owner)
      ).body;
      const found = comments.find(({ id }: { id: string }) => id === body.id);
      const [row] = await service.deps.database.query(
        sql<{
          risk: number;
          verdict: string | null;
          ms: number | null;
        }>`select risk, judge_verdict as verdict,
          judge_ms as ms from comments where id = ${body.id ?? ''}`.compile(build),
      );
      return { status, id: String(body.id), state: body.state, findings: found?.findings ?? [], ...row };
    },
  };
}

export type Judged = Awaited<ReturnType<typeof startJudged>>;

/** Of the findings those of the judge: whether each holds, and what it says. */
export const ofJudge = (findings: { rule: string; verdict: string; message: string }[]) =>
  findings
    .filter(({ rule }) => rule.startsWith('judge'))
    .map(({ rule, verdict, message }) => [rule, verdict, message]);
