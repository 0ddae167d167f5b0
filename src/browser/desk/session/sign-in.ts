// A session that ended is begun again in place; what was typed, ticked and filtered stays.
import { buttonOf, pin, say, unpin } from '../words.ts';
import { askPassword } from './dialog.ts';
import { readPresent } from './present.ts';

const moderator = document.querySelector<HTMLElement>('#main')?.dataset.moderator ?? '';

/** Whoever else signs in in this browser does nothing in the name of this page. */
export const asModerator = { 'binh-luan-moderator': moderator } as const;

let asking: Promise<boolean> | undefined;

/** Resolves once the moderator of this page is signed in, and nobody else; false where that was put off. */
export function signInAgain(): Promise<boolean> {
  asking ??= ask().finally(() => {
    asking = undefined;
  });
  return asking;
}

async function ask(): Promise<boolean> {
  const done = (await isSamePerson()) || (await askPassword(isSamePerson));
  if (done) unpin('session');
  else offerSignIn();
  return done;
}

async function isSamePerson(): Promise<boolean> {
  return (await readPresent())?.moderator?.id === moderator;
}

/** Says that the session ended, in the line kept for what is told; opens nothing by itself. */
export function offerSignIn(): void {
  if (!asking) pin('session', say('signedOut'), buttonOf(say('signIn'), signInAgain, 'main'));
}
