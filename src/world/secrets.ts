import { sameText } from './hash.ts';
import type { World } from './world.ts';

export type Secrets = Pick<World, 'secret' | 'oldSecrets'>;

/** The present secret, and those before it, of which what was made is good still: the latest first. */
export function everySecret({ secret, oldSecrets = [] }: Secrets): string[] {
  return [secret, ...oldSecrets];
}

/** By which secret a text was signed; nothing where that was none of ours. */
export function secretOf(
  world: Secrets,
  text: string,
  sign: (world: { secret: string }) => string,
): string | undefined {
  return everySecret(world).find((secret) => sameText(text, sign({ secret })));
}
