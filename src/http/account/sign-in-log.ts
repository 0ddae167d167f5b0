import { pickNamed } from '../../moderators/find-account.ts';
import type { Problem } from '../../problem.ts';
import { countAct } from '../../store/acts/note.ts';
import { actBy } from '../../store/acts/record.ts';
import { StorageFailure } from '../../store/database.ts';
import type { Account } from '../../store/moderators/accounts.ts';
import { listNames } from '../../store/moderators/moderators.ts';
import { logSecurity } from '../../world/security-log.ts';
import type { Deps } from '../deps.ts';
import { toProblem } from '../problems.ts';

/** Does it; a password that is refused for this name is a line of the log. */
export async function logWrongPassword(
  deps: Deps,
  name: string,
  check: () => Promise<Account>,
): Promise<Account> {
  return check().catch(async (error: unknown) => {
    const why = whyRefused(toProblem(error));
    if (why) {
      const account = pickNamed(await listNames(deps.database), name);
      const isShut = account && account.disabledAt !== null && why === 'credentials';
      await logFailure(deps, account?.id, isShut ? 'disabled' : why);
    }
    throw error;
  });
}

/** The same of a code, and of the password of who is signed in. */
export async function logRefused<Result>(
  deps: Deps,
  accountId: string,
  check: () => Promise<Result>,
): Promise<Result> {
  return check().catch(async (error: unknown) => {
    const why = whyRefused(toProblem(error));
    if (why) await logFailure(deps, accountId, why);
    throw error;
  });
}

const quarterMs = 15 * 60_000;

type Why = Parameters<typeof logSecurity<'sign-in failed'>>[2]['why'];

/** One act for a quarter of an hour says how often, since attempts cost whoever makes them nothing. */
async function logFailure(deps: Deps, account: string | undefined, why: Why): Promise<void> {
  logSecurity(deps, 'sign-in failed', { ...(account !== undefined && { account }), why });
  const act = actBy(deps, { id: null, access: 'desk' });
  const id = `${why}.${account ?? ''}.${Math.floor(deps.now() / quarterMs)}`;
  const refused = { kind: 'sign-in-refused', account: account ?? null, details: { why } } as const;
  await countAct(deps.database, { ...act, id }, refused).catch((error: unknown) => {
    if (!(error instanceof StorageFailure)) throw error;
  });
}

/** Nothing where nobody guessed: a code that is still to come, or a line that is full. */
function whyRefused(problem: Problem | undefined): Exclude<Why, 'disabled'> | undefined {
  if (problem?.kind === 'too-fast') return 'too-many';
  const [error] = problem?.errors ?? [];
  if (problem?.kind !== 'unauthenticated' || error?.code === 'required') return undefined;
  return error?.field === 'code' ? 'code' : 'credentials';
}
