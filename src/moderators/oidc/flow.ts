import { Buffer } from 'node:buffer';
import { z } from 'zod';
import { Problem } from '../../problem.ts';
import { takeReturn } from '../../store/moderators/identities.ts';
import { digest, sameText } from '../../world/hash.ts';
import { randomToken } from '../../world/random.ts';
import type { World } from '../../world/world.ts';
import { configurationOf, loadClient } from './provider.ts';
import { valuesOf } from './reach.ts';
import type { ProviderSettings } from './settings.ts';
import { readTicket, ticketMs, writeTicket } from './ticket.ts';

const purpose = 'sign-in by the provider';
const begun = z.object({
  issuer: z.string(),
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  /** Where it leads; empty where it links an account. */
  place: z.string(),
});

/** Who the provider says somebody is, and what the claim says of them. */
export interface Identity {
  issuer: string;
  subject: string;
  name: string;
  values: string[];
}

/** The provider did not answer as it should; `cause` says how. */
export class ProviderFailure extends Error {
  override name = 'ProviderFailure';
}

/** Where the browser is sent, and the ticket that it keeps meanwhile. */
export async function beginSignIn(
  world: World,
  provider: ProviderSettings,
  { place, callback }: { place: string; callback: string },
): Promise<{ address: string; ticket: string }> {
  const [state, nonce] = [randomToken(world.random), randomToken(world.random)];
  const verifier = Buffer.from(world.random(32)).toString('base64url');
  const address = await asked(async () => {
    const { buildAuthorizationUrl, calculatePKCECodeChallenge } = await loadClient();
    return buildAuthorizationUrl(await configurationOf(provider, world.now()), {
      redirect_uri: callback,
      scope: provider.scope,
      state,
      nonce,
      code_challenge: await calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    });
  });
  const held = { issuer: provider.issuer, state, nonce, verifier, place };
  return { address: address.href, ticket: writeTicket(world, purpose, held) };
}

/**
 * Takes what the browser brings back, once; throws where it is not the answer to what this browser began, or where the
 * provider says no.
 */
export async function finishSignIn(
  world: World,
  provider: ProviderSettings,
  { ticket, returned }: { ticket: string; returned: URL },
): Promise<{ identity: Identity; place: string }> {
  const held = readTicket(world, purpose, begun, ticket);
  const state = returned.searchParams.get('state') ?? '';
  if (held?.issuer !== provider.issuer || !sameText(state, held.state)) throw notBegunHere();
  const now = world.now();
  if (!(await takeReturn(world.database, digest(held.state), now + ticketMs, now))) throw notBegunHere();
  if (returned.searchParams.has('error')) throw refusedThere();
  const identity = await asked(() => redeem(world, provider, returned, held));
  return { identity, place: held.place };
}

async function redeem(
  world: World,
  provider: ProviderSettings,
  returned: URL,
  { state, nonce, verifier }: z.infer<typeof begun>,
): Promise<Identity> {
  const { authorizationCodeGrant, fetchUserInfo } = await loadClient();
  const configuration = await configurationOf(provider, world.now());
  const tokens = await authorizationCodeGrant(configuration, returned, {
    pkceCodeVerifier: verifier,
    expectedState: state,
    expectedNonce: nonce,
    idTokenExpected: true,
  });
  const claims = tokens.claims();
  if (!claims) throw new Error('no ID token');
  const isWhole = valuesOf(claims, provider.claim) !== undefined;
  const asksMore = !isWhole && configuration.serverMetadata().userinfo_endpoint !== undefined;
  const more = asksMore ? await fetchUserInfo(configuration, tokens.access_token, claims.sub) : {};
  return readIdentity(provider, claims.sub, { ...more, ...claims });
}

function readIdentity(
  { issuer, claim }: ProviderSettings,
  subject: string,
  claims: Readonly<Record<string, unknown>>,
): Identity {
  const names = [claims.name, claims.preferred_username, claims.nickname, claims.email];
  const name = names.find((one): one is string => typeof one === 'string' && one.trim() !== '') ?? '';
  return { issuer, subject, name, values: valuesOf(claims, claim) ?? [] };
}

/** Whatever goes wrong between us and the provider is told as that. */
async function asked<Told>(ask: () => Promise<Told>): Promise<Told> {
  try {
    return await ask();
  } catch (error) {
    throw new ProviderFailure('the provider did not answer as it should', { cause: error });
  }
}

function notBegunHere(): Problem {
  return new Problem('unauthenticated', {
    vi: 'Lần đăng nhập này đã quá hạn, đã dùng rồi, hoặc được bắt đầu ở trình duyệt khác. Vui lòng đăng nhập lại.',
    en: 'This sign-in is over, was used, or was begun in another browser. Please sign in again.',
  });
}

function refusedThere(): Problem {
  return new Problem('unauthenticated', {
    vi: 'Nơi cấp tài khoản cơ quan không xác nhận lần đăng nhập này. Vui lòng thử lại.',
    en: 'The provider of your work account did not confirm this sign-in. Please try again.',
  });
}
