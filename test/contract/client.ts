import { Buffer } from 'node:buffer';
import type { Answers } from './answers.ts';

export type Sent = Readonly<Record<string, string>>;
export type Client = ReturnType<typeof createClient>;
export type Answer = Awaited<ReturnType<Client['request']>>;

/** A client that knows nothing but an address, and notes every answer. */
export function createClient(url: string, answers: Answers) {
  const request = async (method: string, path: string, headers: Sent = {}, content?: string) => {
    const sent = { 'accept-encoding': 'identity', ...headers };
    const body = content === undefined ? {} : { body: content };
    const address = new URL(path, url);
    const answer = await fetch(address, { method, headers: sent, redirect: 'manual', ...body });
    answers.note(method, address, answer);
    const bytes = Buffer.from(await answer.arrayBuffer());
    return { status: answer.status, headers: answer.headers, bytes, text: bytes.toString() };
  };

  return {
    url,
    request,

    /** A request of a program; its answer with the JSON read. */
    async json(method: string, path: string, content?: unknown, headers: Sent = {}) {
      const type = content === undefined ? {} : { 'content-type': 'application/json; charset=utf-8' };
      const body = content === undefined ? undefined : JSON.stringify(content);
      const answer = await request(method, path, { ...type, ...headers }, body);
      return { ...answer, body: answer.text ? JSON.parse(answer.text) : null };
    },

    /** A page as a browser asks for it. */
    page: (path: string, headers: Sent = {}) => request('GET', path, { accept: 'text/html', ...headers }),

    /** A form as a browser without scripts sends it. */
    form: (path: string, fields: Sent | URLSearchParams, headers: Sent = {}) =>
      request(
        'POST',
        path,
        { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded', ...headers },
        new URLSearchParams(fields).toString(),
      ),
  };
}

/** The cookie that an answer set, as a header. */
export function cookieOf({ headers }: { headers: Headers }): { cookie: string } {
  return { cookie: headers.get('set-cookie')?.split(';')[0] ?? '' };
}

/** Where an answer sends a browser: path and query. */
export function locationOf({ headers }: { headers: Headers }): string {
  return (headers.get('location') ?? '').split('#')[0] ?? '';
}
