import type { Context } from 'hono';
import { limitsOfAddress, takeAttempts } from '../../moderators/attempts.ts';
import { beginSignIn, finishSignIn, type Identity, ProviderFailure } from '../../moderators/oidc/flow.ts';
import type { ProviderSettings } from '../../moderators/oidc/settings.ts';
import { ticketMs } from '../../moderators/oidc/ticket.ts';
import { Problem } from '../../problem.ts';
import { visitorOf } from '../address.ts';
import { readCookie, writeCookie } from '../cookies.ts';
import type { Deps, Env } from '../deps.ts';

const ticketCookie = 'binh_luan_sign_in';
export const callbackPath = '/moderation/session/callback';

/** Off to the provider; what the browser is to bring back is bound to it by a cookie of ten minutes. */
export async function sendToProvider(deps: Deps, context: Context<Env>, place: string): Promise<Response> {
  const callback = deps.publicUrl + callbackPath;
  const { address, ticket } = await beginSignIn(deps, providerOf(deps), { place, callback });
  writeCookie(deps, context, ticketCookie, ticket, { sameSite: 'Lax', maxAge: ticketMs / 1000 });
  return context.redirect(address, 303);
}

/** Who the provider says has come back, and where to, once; a cookie of this browser says that it was sent. */
export async function takeBack(
  deps: Deps,
  context: Context<Env>,
  provider: ProviderSettings,
): Promise<{ identity: Identity; place: string }> {
  const ticket = readCookie(deps, context, ticketCookie) ?? '';
  const returned = new URL(deps.publicUrl + callbackPath + new URL(context.req.url).search);
  const attempts = await takeAttempts(deps, limitsOfAddress(visitorOf(deps, context)));
  const back = await finishSignIn(deps, provider, { ticket, returned });
  writeCookie(deps, context, ticketCookie, '', { sameSite: 'Lax', maxAge: 0 });
  await attempts.giveBack();
  return back;
}

export function providerOf({ access }: Pick<Deps, 'access'>): ProviderSettings {
  if (access?.provider) return access.provider;
  throw new Problem('not-found', {
    vi: 'Ở đây không đăng nhập bằng tài khoản cơ quan.',
    en: 'Nobody signs in by a work account here.',
  });
}

/** What a person is told of it; what the provider did not do right is a line of the log. */
export function toTell(deps: Deps, error: unknown): unknown {
  if (!(error instanceof ProviderFailure)) return error;
  deps.log('warn', 'the provider of sign-ins did not answer as it should', { cause: causesOf(error) });
  return new Problem(
    'unavailable',
    {
      vi: 'Chưa hỏi được nơi cấp tài khoản cơ quan. Vui lòng thử lại sau ít giây.',
      en: 'The provider of your work account could not be asked. Please try again in a few seconds.',
    },
    { retryAfterSeconds: 5 },
  );
}

/** What the library says went wrong, and what of it lay beneath. */
function causesOf({ cause }: Error): string {
  const texts: string[] = [];
  for (let at = cause; at instanceof Error && texts.length < 3; at = at.cause) texts.push(at.message);
  return texts.join(': ');
}
