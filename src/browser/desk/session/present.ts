import { home } from '../../home.ts';

/** Who is signed in, and by what one may sign in. */
interface Present {
  moderator: { id: string; name: string } | null;
  signIn: { passwords: boolean; provider: string | null };
}

export async function readPresent(): Promise<Present | undefined> {
  try {
    const answer = await fetch(`${home}api/v1/session`);
    return answer.ok ? await answer.json() : undefined;
  } catch {
    return undefined;
  }
}
