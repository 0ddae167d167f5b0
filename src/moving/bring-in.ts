import { listLeftOut } from '../store/foreign/staged-comments.ts';
import { countComments } from '../store/foreign/staged-counts.ts';
import { findParents } from '../store/foreign/staged-parents.ts';
import { countThreads } from '../store/foreign/staged-threads.ts';
import { tellTwinsApart } from '../store/foreign/staged-twins.ts';
import { Staging } from '../store/foreign/staging.ts';
import { placeAll } from './place.ts';
import type { Plan, Target, Watch } from './plan.ts';
import { type Report, report } from './report.ts';
import { stage } from './stage.ts';
import { write } from './write.ts';

/**
 * Brings in the comments of another system: all is read first, then put in order, and only then written. Nothing that is
 * here is changed or goes. Throws an Error of one line, with nothing written, where the file is not to be read or the
 * operator must say more.
 */
export async function bringIn(target: Target, plan: Plan, watch: Watch): Promise<Report> {
  const staging = new Staging();
  try {
    const noted = await stage(staging, plan, watch);
    countThreads(staging);
    const hosts = placeAll(staging, plan.site, plan.origins);
    tellTwinsApart(staging);
    findParents(staging);
    for (const { place, id, reason } of listLeftOut(staging)) watch.leftOut({ place, id, reason });
    const { kept } = countComments(staging);
    const written = await write(target, staging, plan, watch, kept);
    return report(staging, plan, { noted, hosts, written, now: target.now() });
  } finally {
    staging.close();
  }
}
