import { readFileSync } from 'node:fs';
import { alphabet } from '../../src/captcha/alphabet.ts';
import { clipName } from '../../src/captcha/audio.ts';
import type { Language } from '../../src/language/language.ts';

const folder = new URL('../../src/captcha/clips/', import.meta.url);

/** By character. */
export function clipsOf(language: Language): Map<string, Uint8Array> {
  const clips = [...alphabet].map((character) => {
    const clip = readFileSync(new URL(clipName(language, character), folder));
    return [character, Uint8Array.from(clip)] as const;
  });
  return new Map(clips);
}
