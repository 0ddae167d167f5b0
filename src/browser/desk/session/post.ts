import { home } from '../../home.ts';
import { asModerator, signInAgain } from './sign-in.ts';

/** A page that answers a form. */
export interface Answer {
  ok: boolean;
  address: string;
  text: string;
}

/** Where a form is sent, though it may have a field of the name `action`. */
export function addressOf(form: HTMLFormElement): string {
  return new URL(form.getAttribute('action') ?? '', location.href).href;
}

/** What a form sends, with the button that was pressed, which older browsers leave out. */
export function fieldsOf(form: HTMLFormElement, button: HTMLButtonElement | null): URLSearchParams {
  const fields = [...new FormData(form)].map(([name, value]) => [name, String(value)]);
  const pressed = button?.name ? [[button.name, button.value]] : [];
  return new URLSearchParams([...fields, ...pressed]);
}

/** Sends a form as it is; where the session ended, once more after that is mended. Nothing where it was not reached. */
export async function post(address: string, fields: URLSearchParams): Promise<Answer | undefined> {
  const answer = await reach(address, fields);
  if (!answer || !isSignIn(answer)) return answer && read(answer);
  const again = (await signInAgain()) ? await reach(address, fields) : undefined;
  return again && read(again);
}

/** Nothing is waited for longer: what a form holds is still there, and can be sent again. */
const patienceMs = 30_000;

async function reach(address: string, body: URLSearchParams): Promise<Response | undefined> {
  const headers = { accept: 'text/html', ...asModerator };
  const signal = AbortSignal.timeout(patienceMs);
  try {
    return await fetch(address, { method: 'POST', headers, body, signal });
  } catch {
    return undefined;
  }
}

function isSignIn({ status, url }: Response): boolean {
  return status === 401 || url.split('?', 1)[0] === `${home}moderation/session/new`;
}

async function read(answer: Response): Promise<Answer | undefined> {
  const text = await answer.text().catch(() => undefined);
  return text === undefined ? undefined : { ok: answer.ok, address: answer.url, text };
}
