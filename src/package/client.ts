import createTypedClient, { type ClientOptions } from 'openapi-fetch';
import type { paths } from './api.ts';

export type { components, operations, paths } from './api.ts';

/**
 * The JSON API with its types, for sites that draw everything themselves: `baseUrl` is the address of the service. What
 * is asked for is answered with `{ data, error, response }`, and throws only where nothing answered.
 */
export function createClient(options: ClientOptions & { baseUrl: string }) {
  return createTypedClient<paths>(options);
}
