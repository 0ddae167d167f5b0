import { expect } from 'vitest';
import type { Answer } from './client.ts';

/** That this is a problem as RFC 9457 and the contract shape it; the fields at fault, if any, as `field: code`. */
export function expectProblem(answer: Answer, status: number, kind: string): string[] {
  const { errors = [], ...problem } = JSON.parse(answer.text);
  expect([answer.status, answer.headers.get('content-type'), problem]).toEqual([
    status,
    'application/problem+json; charset=utf-8',
    {
      type: `/docs#${kind}`,
      title: expect.stringMatching(/\S/),
      status,
      detail: expect.stringMatching(/\S/),
      requestId: answer.headers.get('x-request-id'),
    },
  ]);
  return errors.map(({ field, code, message, ...more }: Record<string, string>) => {
    expect([message, more]).toEqual([expect.stringMatching(/\S/), {}]);
    return `${field}: ${code}`;
  });
}

export const isoTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
export const jsonType = /^application\/json; charset=utf-8$/i;
