import { randomBytes } from 'node:crypto';
import { type ActBy, actBy, byCommand } from '../../src/store/acts/record.ts';

/** An act that a command does at that time. */
export function actAt(now: number): ActBy {
  return actBy({ now: () => now, random: randomBytes }, byCommand);
}
