import type { Label } from '../../src/filter/own/seen.ts';
import type { SeededComment } from './comment.ts';
import type { Statements } from './statements.ts';

const labels = { published: 'publish', rejected: 'reject', spam: 'spam' } as const;

/** What moderators made of the comment, for the filter to learn; null while it waits. */
export function lessonOf({ state }: SeededComment): Label | null {
  return state === 'pending' ? null : labels[state];
}

/** Counts in memory what decisions taught: of each rule, and how much of each site. */
export class LessonBook {
  private readonly outcomes = new Map<string, number>();
  private readonly changes = new Map<string, number>();

  teach(comment: SeededComment): void {
    const lesson = lessonOf(comment);
    if (lesson === null) return;
    const { site } = comment.article;
    const holding = comment.findings.filter(({ verdict }) => verdict !== 'pass').map(({ rule }) => rule);
    for (const rule of new Set(holding)) add(this.outcomes, JSON.stringify([site, rule, lesson]));
    add(this.changes, site);
  }

  /** The models are made of them by the service. */
  write(insert: Statements): void {
    for (const [key, count] of this.outcomes) insert.outcome.run(...JSON.parse(key), count);
    for (const [site, count] of this.changes) insert.change.run(site, count);
  }
}

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
