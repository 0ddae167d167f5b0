// What a token says, as far as a page needs to know; whether it is true is the service's to judge.
import { partsIn } from '../kept.ts';

/** Another one where the reader is another, or is called otherwise; empty where there is none. */
export function personIn(token: string): string {
  const { sub, name, badge, email } = claimsIn(token);
  return token && JSON.stringify([sub, name, badge, email]);
}

/** How long it is good for from now on. By a clock that cannot be right, it was made just now. */
export function livesMs(token: string): number {
  const { iat, exp } = claimsIn(token);
  const whole = 1000 * (Number(exp) - Number(iat));
  const left = 1000 * Number(exp) - Date.now();
  return left > 0 && left < whole ? left : whole;
}

function claimsIn(token: string): Partial<Record<string, unknown>> {
  try {
    const [, claims = ''] = token.split('.');
    const bytes = atob(claims.replaceAll('-', '+').replaceAll('_', '/'));
    return partsIn(
      JSON.parse(new TextDecoder().decode(Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)))),
    );
  } catch {
    return {};
  }
}
