import { Webhook } from 'standardwebhooks';
import type { Posted } from './posting.ts';

export interface SignedBy {
  /** `whsec_` and base64, as the specification writes them; the first one is the present one. */
  secrets: readonly string[];
}

/** A message by the specification of Standard Webhooks; signed anew at each try, since its time is signed too. */
export function webhookPost(
  url: string,
  { id, body, secrets }: SignedBy & { id: string; body: string },
  now: number,
): Posted {
  const time = new Date(Math.floor(now / 1000) * 1000);
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'user-agent': 'binh-luan',
    'webhook-id': id,
    'webhook-timestamp': String(time.getTime() / 1000),
    'webhook-signature': secrets.map((secret) => new Webhook(secret).sign(id, time, body)).join(' '),
  };
  return { url, headers, body };
}
