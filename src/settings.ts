import ipaddr from 'ipaddr.js';
import { z } from 'zod';
import { quoted } from './language/quoted.ts';
import { grant, isHost, isIssuer, isSecret, isSmtp, splitList, takesGrants } from './settings/kinds.ts';
import { plainAddress } from './world/origin.ts';

const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const;

/** Every setting of the process: what it takes, and its default. */
const environment = z.object({
  PORT: z.coerce.number().int().min(1).max(65535).default(8787).describe('a whole number from 1 to 65535'),
  HOST: z.string().refine(isHost).default('127.0.0.1').describe('a host name or address to listen on'),
  DATA_DIR: z.string().min(1).default('./data').describe('a folder, created if absent'),
  SECRET: z.string().refine(isSecret).optional().describe('at least 32 characters'),
  OLD_SECRET: z
    .string()
    .refine(isSecret)
    .optional()
    .describe('at least 32 characters, and set only with SECRET'),
  PUBLIC_URL: z
    .string()
    .refine((url) => plainAddress(url) !== undefined)
    .transform((url) => plainAddress(url) ?? url)
    .optional()
    .describe('an http or https address, with a path where the service has one'),
  TRUSTED_PROXIES: z
    .union([z.cidrv4(), z.cidrv6(), z.ipv4(), z.ipv6()])
    .array()
    .default([])
    .describe('addresses or CIDR ranges, separated by commas'),
  PASSWORDS: z.enum(['on', 'off']).default('on').describe('on, or off where OIDC_ISSUER is set'),
  OIDC_ISSUER: z
    .string()
    .refine(isIssuer)
    .optional()
    .describe('the https address of an OpenID Connect provider, or an http one on this machine'),
  OIDC_CLIENT_ID: z.string().optional().describe('the id of this service at OIDC_ISSUER'),
  OIDC_CLIENT_SECRET: z.string().optional().describe('the secret of this service at OIDC_ISSUER'),
  OIDC_SCOPE: z
    .string()
    .regex(/^(?=(.* )?openid( |$))[!#-[\]-~]+( [!#-[\]-~]+)*$/)
    .default('openid profile')
    .describe('scopes, separated by blanks, openid among them'),
  OIDC_CLAIM: z.string().default('groups').describe('the name of a claim, or a path of names with dots'),
  OIDC_OWNERS: z.array(grant).default([]).describe(takesGrants),
  OIDC_MODERATORS: z.array(grant).default([]).describe(takesGrants),
  SMTP_URL: z
    .string()
    .refine(isSmtp)
    .optional()
    .describe('an address such as smtps://NAME:PASSWORD@HOST:465 or smtp://HOST:587'),
  MAIL_FROM: z.email().optional().describe('an e-mail address'),
  DKIM_DOMAIN: z.hostname().optional().describe('a domain name'),
  DKIM_SELECTOR: z
    .string()
    .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)*$/i)
    .optional()
    .describe('the name under _domainkey where the public key is'),
  DKIM_KEY_FILE: z.string().optional().describe('a file with a private key in PEM format'),
  JUDGE_ADDRESSES: z
    .array(
      z
        .string()
        .refine((address) => plainAddress(address) !== undefined)
        .transform((address) => plainAddress(address) ?? ''),
    )
    .default([])
    .describe('http or https addresses such as http://10.0.0.5:11434/v1, separated by commas'),
  DEMO_COMMENTS: z.enum(['on', 'off']).default('on').describe('on or off'),
  LOG_LEVEL: z
    .enum(logLevels)
    .default('info')
    .describe(`one of ${logLevels.join(', ')}`),
});

export const settingNames = environment.keyof().options;

export type LogLevel = (typeof logLevels)[number];
export type Settings = z.infer<typeof environment>;

/** Reads the environment; throws an Error of one line that names the first wrong setting, what it takes and what it was. */
export function readSettings(variables: Record<string, string | undefined>): Settings {
  const given: Record<string, unknown> = {};
  for (const name of settingNames) {
    const value = variables[name];
    if (value !== undefined && (value !== '' || name === 'SECRET'))
      given[name] = lists[name] ? splitList(value, lists[name]) : value;
  }
  const parsed = environment.safeParse(given);
  if (parsed.success) return together(parsed.data);
  const [name, index] = (parsed.error.issues[0]?.path ?? []) as [keyof Settings, number?];
  throw wrong(name, [given[name]].flat()[index ?? 0]);
}

/** One sentence about a setting that is not as it must be; of a secret, and of what may hold one, nothing is told. */
export function wrong(name: keyof Settings, given: unknown): Error {
  const isTold = !secrets.includes(name) && !(addresses.includes(name) && String(given).includes('@'));
  return new Error(
    `${name} must be ${environment.shape[name].description}${isTold ? `, not ${quoted(String(given))}` : ''}`,
  );
}

const secrets: readonly (keyof Settings)[] = ['SECRET', 'OLD_SECRET', 'OIDC_CLIENT_SECRET', 'SMTP_URL'];
/** Where a name and a password may stand before an `@`. */
const addresses: readonly (keyof Settings)[] = ['PUBLIC_URL', 'OIDC_ISSUER', 'JUDGE_ADDRESSES'];

/** What readers' browsers see: as given, or where it listens, as this machine opens it. */
export function publicUrlOf({ PUBLIC_URL, HOST, PORT }: Settings): string {
  if (PUBLIC_URL) return PUBLIC_URL;
  const host = isEveryAddress(HOST) ? 'localhost' : HOST;
  return `http://${host.includes(':') ? `[${host}]` : host}:${PORT}`;
}

/** Whether only browsers on this machine see it, as in development: then it may tell this machine itself, too. */
export function isLoopback(publicUrl: string): boolean {
  return /^(localhost|127(\.\d+){3}|\[::1\])$/.test(new URL(publicUrl).hostname);
}

/** Where judges of sites may be: outside, and at what the installation names of its own network. */
export function judgeReachOf(publicUrl: string, { JUDGE_ADDRESSES: own }: Pick<Settings, 'JUDGE_ADDRESSES'>) {
  return { loopback: isLoopback(publicUrl), own };
}

/** Whether it is listened on every address of the machine, which is none that a browser could open. */
export function isEveryAddress(host: string): boolean {
  return ipaddr.isValid(host) && /^[0:.]+$/.test(ipaddr.parse(host).toString());
}

const lists: Partial<Record<keyof Settings, string>> = {
  TRUSTED_PROXIES: ',',
  OIDC_OWNERS: ';',
  OIDC_MODERATORS: ';',
  JUDGE_ADDRESSES: ',',
};

/** The settings, where those that belong to each other are there together; throws as `readSettings` does. */
function together(settings: Settings): Settings {
  const { OIDC_OWNERS, OIDC_MODERATORS, PASSWORDS } = settings;
  const three = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const;
  const grants = OIDC_OWNERS.length + OIDC_MODERATORS.length;
  const missing = three.find((name) => settings[name] === undefined);
  const isWanted = grants > 0 || three.some((name) => settings[name] !== undefined);
  if (missing && isWanted) throw new Error(`${missing} must be set too: ${three.join(', ')} belong together`);
  if (missing && PASSWORDS === 'off')
    throw new Error('PASSWORDS must be on where OIDC_ISSUER is not set: else nobody signs in');
  if (!missing && grants === 0)
    throw new Error(`OIDC_OWNERS or OIDC_MODERATORS must be set with OIDC_ISSUER: ${takesGrants}`);
  if (settings.OLD_SECRET !== undefined && settings.SECRET === undefined)
    throw new Error(
      'SECRET must be set with OLD_SECRET: in a data folder the command secret rotate keeps both',
    );
  mailTogether(settings);
  return settings;
}

function mailTogether(settings: Settings): void {
  const { SMTP_URL, MAIL_FROM } = settings;
  if (SMTP_URL && !MAIL_FROM) throw new Error('MAIL_FROM must be set with SMTP_URL: an e-mail address');
  const three = ['DKIM_DOMAIN', 'DKIM_SELECTOR', 'DKIM_KEY_FILE'] as const;
  const missing = three.find((name) => settings[name] === undefined);
  if (!missing && !SMTP_URL) throw new Error('SMTP_URL must be set too, where letters are signed by DKIM');
  if (missing && three.some((name) => settings[name] !== undefined))
    throw new Error(`${missing} must be set too: ${three.join(', ')} belong together`);
}

/** How one signs in: by passwords, by a provider of accounts, or by both. */
export function accessOf(settings: Settings) {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = settings;
  const passwords = settings.PASSWORDS === 'on';
  if (!issuer || !clientId || !clientSecret) return { passwords };
  const { OIDC_SCOPE: scope, OIDC_CLAIM: claim, OIDC_OWNERS: owners, OIDC_MODERATORS: moderators } = settings;
  return { passwords, provider: { issuer, clientId, clientSecret, scope, claim, owners, moderators } };
}
