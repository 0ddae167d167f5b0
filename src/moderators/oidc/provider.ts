import type { Configuration, ServerMetadata } from 'openid-client';
import type { ProviderSettings } from './settings.ts';

/** For so long what a provider tells of itself is taken for true; its keys are looked up anew by themselves. */
const freshMs = 60 * 60_000;
const timeoutSeconds = 10;

interface Known {
  configuration: Configuration;
  since: number;
}

const known = new Map<string, Known>();

/** The library is loaded only here, since most installations have no provider. */
export const loadClient = () => import('openid-client');

/** The provider as it describes itself; asked again after an hour. */
export async function configurationOf(provider: ProviderSettings, now: number): Promise<Configuration> {
  const key = JSON.stringify([provider.issuer, provider.clientId, provider.clientSecret]);
  const last = known.get(key);
  if (last && Math.abs(now - last.since) < freshMs) return last.configuration;
  const configuration = await discover(provider);
  known.set(key, { configuration, since: now });
  return configuration;
}

async function discover({ issuer, clientId, clientSecret }: ProviderSettings): Promise<Configuration> {
  const client = await loadClient();
  // Settings take http for a provider on the same machine alone.
  const isLocal = issuer.startsWith('http:');
  const found = await client.discovery(new URL(issuer), clientId, clientSecret, undefined, {
    timeout: timeoutSeconds,
    execute: isLocal ? [client.allowInsecureRequests] : [],
  });
  const server = found.serverMetadata();
  const authenticate = takesBasic(server) ? client.ClientSecretBasic : client.ClientSecretPost;
  const configuration = new client.Configuration(server, clientId, clientSecret, authenticate(clientSecret));
  configuration.timeout = timeoutSeconds;
  if (isLocal) client.allowInsecureRequests(configuration);
  client.enableNonRepudiationChecks(configuration);
  return configuration;
}

/** Whatever it does not say, it takes (OpenID Connect Discovery, 3). */
function takesBasic(server: ServerMetadata): boolean {
  return server.token_endpoint_auth_methods_supported?.includes('client_secret_basic') ?? true;
}
