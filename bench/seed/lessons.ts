import { deltasOf, emptyLocal, type Label, type Local, rowsOf } from '../../src/filter/model/local.ts';
import type { SeededComment } from './comment.ts';
import type { Statements } from './statements.ts';

const labels = { published: 'publish', rejected: 'reject', spam: 'spam' } as const;

/** What moderators made of the comment, for the filter to learn; null while it waits. */
export function lessonOf({ state }: SeededComment): Label | null {
  return state === 'pending' ? null : labels[state];
}

/** Counts in memory what decisions taught: for each rule and for the model of each site. */
export class LessonBook {
  private readonly outcomes = new Map<string, number>();
  private readonly texts = new Map<string, Map<string, number>>();

  teach(comment: SeededComment): void {
    const lesson = lessonOf(comment);
    if (lesson === null) return;
    const { site } = comment.article;
    const holding = comment.findings.filter(({ verdict }) => verdict !== 'pass').map(({ rule }) => rule);
    for (const rule of new Set(holding)) add(this.outcomes, JSON.stringify([site, rule, lesson]));
    const taught = this.texts.get(site) ?? new Map<string, number>();
    add(taught, JSON.stringify([comment.draft.head.canonical, lesson]));
    this.texts.set(site, taught);
  }

  /** The model learns only what each text begins with: enough to weigh as much as a real one. */
  write(insert: Statements): void {
    for (const [key, count] of this.outcomes) insert.outcome.run(...JSON.parse(key), count);
    for (const [site, taught] of this.texts) {
      for (const { feature, publish, reject, spam } of rowsOf(modelOf(taught))) {
        insert.feature.run(site, feature, publish, reject, spam);
      }
    }
  }
}

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function modelOf(taught: ReadonlyMap<string, number>): Local {
  const local = emptyLocal();
  for (const [key, times] of taught) {
    const [text, label]: [string, Label] = JSON.parse(key);
    for (const { feature } of deltasOf(text, label)) {
      const counts = local.get(feature) ?? { publish: 0, reject: 0, spam: 0 };
      local.set(feature, { ...counts, [label]: counts[label] + times });
    }
  }
  return local;
}
