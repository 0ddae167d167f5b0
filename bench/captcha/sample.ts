import { randomBytes } from 'node:crypto';
import { alphabet, answerLength } from '../../src/captcha/alphabet.ts';
import { atlas } from '../../src/captcha/drawing/atlas.ts';
import { styleFrom } from '../../src/captcha/drawing/style.ts';
import { drawPicture } from '../../src/captcha/picture.ts';
import { randomText } from '../../src/world/random.ts';
import { type Grey, readPng } from './grey.ts';

const picturesOfInstallation = 10;

/** A picture as an attacker has it, and what it says. */
export interface Sample {
  answer: string;
  grey: Grey;
  bytes: Uint8Array;
}

export function random(size: number): Uint8Array {
  return Uint8Array.from(randomBytes(size));
}

export function newAnswer(): string {
  return randomText(random, alphabet, answerLength);
}

export function newStyle() {
  return styleFrom(random, atlas, []);
}

/** Of many installations, since some are easier to read than others. */
export function drawSamples(count: number): Sample[] {
  let style = newStyle();
  return Array.from({ length: count }, (_, index) => {
    if (index % picturesOfInstallation === 0) style = newStyle();
    const answer = newAnswer();
    const { bytes } = drawPicture(answer, style, random);
    return { answer, bytes, grey: readPng(bytes) };
  });
}
