import type { JWTPayload } from 'jose';
import { JOSEError } from 'jose/errors';
import { jwtVerify } from 'jose/jwt/verify';
import { z } from 'zod';
import { readerEmail, readerName } from './name.ts';

/** What a token says, once it is known to be true. */
export interface Claims {
  /** Who it is, as the site knows them. */
  sub: string;
  name: string;
  badge: 'verified' | 'author' | 'guest';
  email?: string | undefined;
}

/** What is known of a reader by their site's word, until their request is answered. */
export type KnownReader = Omit<Claims, 'sub'>;

interface Expected {
  /** The id of the site that it must be for. */
  site: string;
  secrets: readonly Uint8Array[];
  now: number;
}

const mostCharacters = 4096;
const longestSeconds = 3600;
const clockSeconds = 60;

/** A program may say that there is none by saying nothing. */
const orNone = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((given) => (given === '' || given === null ? undefined : given), schema.optional());

/** Nobody has the newsroom's badge by a token, and one that we do not know is a mistake of the site. */
const claims = z.object({
  sub: z.string().min(1).max(255),
  name: readerName,
  badge: orNone(z.enum(['verified', 'author', 'guest'])).transform((badge) => badge ?? 'verified'),
  email: orNone(readerEmail),
});

/** What a token says (JWT, RFC 7519), where one of these secrets signed it for this site; undefined where anything is wrong with it. */
export async function readToken(
  token: string,
  { site, secrets, now }: Expected,
): Promise<Claims | undefined> {
  if (token.length > mostCharacters) return undefined;
  const read = await Promise.all(secrets.map((secret) => verify(token, secret, site, now)));
  const payload = read.find((one) => one !== undefined);
  if (!payload || !isShort(payload, now)) return undefined;
  return claims.safeParse(payload).data;
}

/** Of all that may sign, HMAC-SHA256 alone: what a token says of how it is to be verified is never followed. */
async function verify(
  token: string,
  secret: Uint8Array,
  site: string,
  now: number,
): Promise<JWTPayload | undefined> {
  try {
    const { payload } = await jwtVerify(token, secret, {
      algorithms: ['HS256'],
      audience: site,
      requiredClaims: ['sub', 'name', 'iat', 'exp'],
      clockTolerance: clockSeconds,
      currentDate: new Date(now),
    });
    return payload;
  } catch (error) {
    if (error instanceof JOSEError) return undefined;
    throw error;
  }
}

/** Whoever finds one has it for an hour at most. */
function isShort({ iat, exp }: JWTPayload, now: number): boolean {
  if (iat === undefined || exp === undefined) return false;
  return iat <= now / 1000 + clockSeconds && exp > iat && exp - iat <= longestSeconds;
}
