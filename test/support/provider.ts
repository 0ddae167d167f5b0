import { once } from 'node:events';
import { createServer } from 'node:http';
import { Provider } from 'oidc-provider';
import { freePort } from './process.ts';

export const clientId = 'binh-luan';
export const clientSecret = 'a secret between the provider and the service';

interface Person {
  name: string;
  groups: string[];
}

/** A real provider of accounts on this machine; whoever signs in there is who they say. */
export async function startProvider(callback: string, { claimsInToken = false, at = 0 } = {}) {
  const port = at || (await freePort());
  const issuer = `http://127.0.0.1:${port}`;
  const people: Record<string, Person> = {};
  const provider = new Provider(issuer, {
    clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [callback] }],
    cookies: { keys: ['a key for the cookies of tests'] },
    claims: { openid: ['sub'], profile: ['name'], groups: ['groups'] },
    conformIdTokenClaims: !claimsInToken,
    pkce: { required: () => true },
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, ...people[id] }) }),
  });
  const requests: string[] = [];
  const listener = provider.callback();
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url?.split('?')[0]}`);
    return listener(request, response);
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    issuer,
    people,
    requests,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** A browser at the provider: signs in as a person, agrees, and says where the provider sends it then. */
export async function signInThere(address: string, login: string): Promise<URL> {
  const jar = new Map<string, string>();
  const { origin } = new URL(address);
  const go = async (to: URL, form?: Record<string, string>): Promise<Response> => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const body = form && { method: 'POST', body: new URLSearchParams(form) };
    const answer = await fetch(to, { redirect: 'manual', headers: { cookie }, ...body });
    for (const [, name = '', value = ''] of answer.headers
      .getSetCookie()
      .map((one) => /^([^=]+)=([^;]*)/.exec(one) ?? []))
      jar.set(name, value);
    return answer;
  };
  let at = new URL(address);
  let answer = await go(at);
  for (let steps = 0; steps < 12; steps += 1) {
    const location = answer.headers.get('location');
    if (location) {
      at = new URL(location, at);
      if (at.origin !== origin) return at;
      answer = await go(at);
      continue;
    }
    const page = await answer.text();
    const [, action = ''] = /<form[^>]+action="([^"]+)"/.exec(page) ?? [];
    const [, prompt = ''] = /name="prompt" value="(\w+)"/.exec(page) ?? [];
    if (!action) throw new Error(`the provider says: ${page}`);
    at = new URL(action, at);
    answer = await go(at, prompt === 'login' ? { prompt, login, password: 'x' } : { prompt });
  }
  throw new Error('the provider does not send anybody back');
}
