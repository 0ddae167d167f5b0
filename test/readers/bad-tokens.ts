import { Buffer } from 'node:buffer';
import { createHmac } from 'node:crypto';
import { claimsAt, type Parts, part, signed } from '../support/identity.ts';

export interface Signing {
  now: number;
  /** A key that is valid for the site, one that was removed, and one of another site. */
  secret: string;
  removed: string;
  foreign: string;
}

type BadTokens = Record<string, string>;

/** Everything that is no word of the site, by what is wrong with it. */
export async function badTokens(signing: Signing): Promise<BadTokens> {
  return {
    ...forged(signing),
    ...confused(signing),
    ...(await signedOtherwise(signing)),
    ...outOfTime(signing),
    ...forOthers(signing),
    ...ofNobody(signing),
    ...misshapen(signing),
  };
}

const algorithms = { HS384: 'sha384', HS512: 'sha512' };

function forged({ now, secret, removed, foreign }: Signing): BadTokens {
  const claims = claimsAt(now);
  const good = signed(secret, claims);
  const [header = '', , signature = ''] = good.split('.');
  const flipped = (signature.startsWith('A') ? 'B' : 'A') + signature.slice(1);
  return {
    'a key that nobody has': signed('x'.repeat(43), claims),
    'an empty key': signed('', claims),
    'a key that was removed': signed(removed, claims),
    'the key of another site': signed(foreign, claims),
    'the bytes that the text of the key encodes': signed(Buffer.from(secret, 'base64url'), claims),
    'another name under the same signature': `${header}.${part({ ...claims, name: 'Tòa soạn' })}.${signature}`,
    'another header under the same signature': `${part({ alg: 'HS256' })}.${part(claims)}.${signature}`,
    'a signature with one bit changed': `${header}.${part(claims)}.${flipped}`,
    'half a signature': good.slice(0, -20),
    'no signature': `${header}.${part(claims)}.`,
    'no third part': `${header}.${part(claims)}`,
    'the signature of another token': `${header}.${part(claims)}.${signed(secret, claimsAt(now, { sub: 'u-18' })).split('.')[2]}`,
    'a signature by SHA-1': `${header}.${part(claims)}.${createHmac('sha1', secret)
      .update(`${header}.${part(claims)}`)
      .digest('base64url')}`,
    'a hash in place of a signature': `${header}.${part(claims)}.${part(createHmac('sha256', '').update(header).digest('hex'))}`,
  };
}

/** How a token says it is to be verified is what it is attacked by most. */
function confused({ now, secret }: Signing): BadTokens {
  const claims = claimsAt(now);
  const jwk = { kty: 'oct', k: part('y'.repeat(32)) };
  const unsigned = (alg: unknown) => `${part({ alg })}.${part(claims)}.`;
  const hmac = (alg: keyof typeof algorithms) => {
    const text = `${part({ alg })}.${part(claims)}`;
    return `${text}.${createHmac(algorithms[alg], secret).update(text).digest('base64url')}`;
  };
  const header = (more: Parts) => signed(secret, claims, { alg: 'HS256', ...more });
  return {
    'alg none': unsigned('none'),
    'alg None': unsigned('None'),
    'alg NONE': unsigned('NONE'),
    'alg nOnE, signed': signed(secret, claims, { alg: 'nOnE' }),
    'alg none, signed': signed(secret, claims, { alg: 'none' }),
    'no alg': signed(secret, claims, { typ: 'JWT' }),
    'an empty alg': signed(secret, claims, { alg: '' }),
    'a list of algs': signed(secret, claims, { alg: ['HS256'] }),
    'alg null': signed(secret, claims, { alg: null }),
    'alg in small letters': signed(secret, claims, { alg: 'hs256' }),
    HS384: hmac('HS384'),
    HS512: hmac('HS512'),
    'HS512 that is HS256': signed(secret, claims, { alg: 'HS512' }),
    'RS256 that is HS256': signed(secret, claims, { alg: 'RS256' }),
    'ES256 that is HS256': signed(secret, claims, { alg: 'ES256' }),
    'a signature of zeros by ES256': `${part({ alg: 'ES256' })}.${part(claims)}.${Buffer.alloc(64).toString('base64url')}`,
    'a key in its header': signed('y'.repeat(32), claims, { alg: 'HS256', jwk }),
    'the address of a key': signed('y'.repeat(32), claims, {
      alg: 'HS256',
      jku: 'https://evil.example/jwks.json',
    }),
    'the address of a certificate': signed('y'.repeat(32), claims, {
      alg: 'HS256',
      x5u: 'https://evil.example/c.pem',
    }),
    'a name of a key that leads to a file': signed('', claims, { alg: 'HS256', kid: '../../../dev/null' }),
    'something critical that we do not know': header({
      crit: ['https://x.example'],
      'https://x.example': true,
    }),
    'something critical that is not there': header({ crit: ['exp'] }),
    'an empty list of what is critical': header({ crit: [] }),
    'a payload that is not encoded': header({ b64: false, crit: ['b64'] }),
  };
}

/** With keys of other kinds, and with what everybody may know of one. */
async function signedOtherwise({ now }: Signing): Promise<BadTokens> {
  const claims = claimsAt(now);
  const rsa = {
    ...{ name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
    ...{ modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]) },
  };
  const ec = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
  const pair = async (kind: typeof rsa | typeof ec) =>
    (await crypto.subtle.generateKey(kind, true, ['sign', 'verify'])) as CryptoKeyPair;
  const by = async (alg: string, kind: typeof rsa | typeof ec, { privateKey }: CryptoKeyPair) => {
    const text = `${part({ alg })}.${part(claims)}`;
    const signature = await crypto.subtle.sign(kind, privateKey, Buffer.from(text));
    return `${text}.${Buffer.from(signature).toString('base64url')}`;
  };
  const [ofRsa, ofEc] = [await pair(rsa), await pair(ec)];
  const known = Buffer.from((await crypto.subtle.exportKey('spki', ofRsa.publicKey)) as ArrayBuffer);
  return {
    RS256: await by('RS256', rsa, ofRsa),
    ES256: await by('ES256', ec, ofEc),
    'the public key as the secret': signed(known, claims),
    'the same in letters': signed(
      `-----BEGIN PUBLIC KEY-----\n${known.toString('base64')}\n-----END PUBLIC KEY-----\n`,
      claims,
    ),
  };
}

function outOfTime({ now, secret }: Signing): BadTokens {
  const seconds = Math.floor(now / 1000);
  const told = (more: Parts) => signed(secret, claimsAt(now, more));
  return {
    'it ended a minute and a second ago': told({ iat: seconds - 361, exp: seconds - 61 }),
    'it ended a day ago': told({ iat: seconds - 86_700, exp: seconds - 86_400 }),
    'no end': told({ exp: undefined }),
    'an end that is null': told({ exp: null }),
    'an end in words': told({ exp: String(seconds + 300) }),
    'an end in milliseconds': told({ exp: now + 300_000 }),
    'an end an hour and a second after its beginning': told({ exp: seconds + 3601 }),
    'an end in a year': told({ exp: seconds + 31_536_000 }),
    'a beginning so far back that it is longer than an hour': told({
      iat: seconds - 3500,
      exp: seconds + 101,
    }),
    'an end before its beginning': told({ iat: seconds + 50, exp: seconds + 10 }),
    'no beginning': told({ iat: undefined }),
    'a beginning in words': told({ iat: 'now' }),
    'a beginning more than a minute ahead': told({ iat: seconds + 62, exp: seconds + 300 }),
    'valid only later': told({ nbf: seconds + 120 }),
    'an end beyond all numbers': signed(
      secret,
      part('').concat(JSON.stringify(claimsAt(now)).replace(/"exp":\d+/, '"exp":1e999')),
    ),
  };
}

function forOthers({ now, secret }: Signing): BadTokens {
  const told = (aud: unknown) => signed(secret, claimsAt(now, { aud }));
  return {
    'for another site': told('bao'),
    'for nobody': told(undefined),
    'for an empty name': told(''),
    'for the site in capitals': told('DEMO'),
    'for a site whose name begins so': told('demo-2'),
    'for several others': told(['bao', 'bao-2']),
    'for none of a list': told([]),
    'for a list in a list': told([['demo']]),
    'for an object': told({ demo: true }),
    'for everybody': told('*'),
  };
}

function ofNobody({ now, secret }: Signing): BadTokens {
  const told = (more: Parts) => signed(secret, claimsAt(now, more));
  return {
    'of nobody': told({ sub: undefined }),
    'of an empty name': told({ sub: '' }),
    'of a number': told({ sub: 17 }),
    'of a list': told({ sub: ['u-17'] }),
    'of somebody with too long a name': told({ sub: 'u'.repeat(256) }),
    'not saying what they are called': told({ name: undefined }),
    'with an empty name': told({ name: '' }),
    'with a name that nobody sees': told({ name: '\u200b\u2800 ' }),
    'with too long a name': told({ name: 'Q'.repeat(81) }),
    'with a name that looks verified': told({ name: 'Quân ✅' }),
    'with half a letter for a name': told({ name: 'Quân \ud800' }),
    'with a name that has a NUL': told({ name: 'Quân\0' }),
    'with the badge of the newsroom': told({ badge: 'newsroom' }),
    'with a badge that there is not': told({ badge: 'admin' }),
    'with several badges': told({ badge: ['author', 'newsroom'] }),
    'with an address that is none': told({ email: 'quan' }),
  };
}

function misshapen({ now, secret }: Signing): BadTokens {
  const claims = claimsAt(now);
  const good = signed(secret, claims);
  return {
    'nothing but a space': ' ',
    words: 'không phải token'.normalize('NFD').replace(/[^ -~]/g, ''),
    dots: '..',
    'five parts, as if it were encrypted': `${good}.${part('x')}.${part('y')}`,
    'a fourth part': `${good}.${part('x')}`,
    'two at once': `${good}, ${good}`,
    'with the name of a scheme': `Bearer ${good}`,
    'as JSON': JSON.stringify({
      payload: good.split('.')[1],
      protected: good.split('.')[0],
      signature: good.split('.')[2],
    }),
    'a token in a token': signed(secret, good, { alg: 'HS256', cty: 'JWT' }),
    'claims that are a list': signed(secret, [claims]),
    'claims that are null': signed(secret, 'null'),
    'claims that are no JSON': signed(secret, '{"sub":'),
    'a header that is no JSON': signed(secret, claims, '{"alg":'),
    'a header that is a list': signed(secret, claims, ['HS256']),
    'the other alphabet of base64': good.replace('.', '+.'),
    'longer than any that is needed': signed(secret, claimsAt(now, { more: 'x'.repeat(4000) })),
  };
}
