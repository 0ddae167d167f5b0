// What could not be stored is told until it is, and sent again as it was meant.
import { buttonOf, pin, say, unpin } from '../words.ts';

interface Failed {
  again: () => void;
  why: string;
}

let all: Failed[] = [];

export function tellFailed(failed: Failed): void {
  all.push(failed);
  const { why } = failed;
  const sentence = why ? say('refused', { what: why }) : say('failed', { n: all.length });
  pin('failed', sentence, buttonOf(say('again'), sendAgain, 'main'));
}

function sendAgain(): void {
  const these = all;
  all = [];
  unpin('failed');
  for (const { again } of these) again();
}
