import { keyedHash, sameText } from './hash.ts';

/** How whoever runs the service asks it what it sees of them: by the secret, and for a minute alone. */
export const visitHeader = 'binh-luan-visit';
export const visitPath = '/healthz/visit';

const livesMs = 60_000;

/** What the service sees of who asks so. */
export interface SeenVisit {
  /** What only a service with the same secret can answer. */
  proof: string;
  /** Who connected to it. */
  peer: string;
  forwardedFor: string | null;
  forwarded: string | null;
  /** Whom it takes for the reader, and why that may be wrong. */
  client: string;
  doubt: string | null;
}

export function visitPass(secret: string, now: number): string {
  return `${now}.${keyedHash(secret, 'visit', String(now))}`;
}

export function isVisitPass(secret: string, pass: string, now: number): boolean {
  const [at = ''] = pass.split('.');
  return sameText(pass, visitPass(secret, Number(at))) && Math.abs(now - Number(at)) < livesMs;
}

export function visitProof(secret: string, pass: string): string {
  return keyedHash(secret, 'visited', pass);
}
