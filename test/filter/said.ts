import type { Facts, Rule } from '../../src/filter/rule.ts';
import { quiet, screen } from './by-hand.ts';

export const sentBy = (author: string, body: string, facts: Partial<Facts> = {}, list?: readonly Rule[]) =>
  screen({ author, body }, { ...quiet, ...facts }, list);

export const sent = (body: string, facts: Partial<Facts> = {}, list?: readonly Rule[]) =>
  sentBy('Bạn đọc', body, facts, list);

/** Each finding as `rule verdict "the words it points at"`, or without words if it points at none. */
export function said(body: string, facts: Partial<Facts> = {}): string[] {
  return sent(body, facts).findings.map(({ rule, verdict, start, end }) =>
    start === undefined ? `${rule} ${verdict}` : `${rule} ${verdict} "${body.slice(start, end)}"`,
  );
}
