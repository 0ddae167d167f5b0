import { findCutOff } from '../store/acts.ts';
import { Duplicate } from '../store/database.ts';
import { endImportAct, type ImportAct } from '../store/foreign/import-acts.ts';
import { type KeptComment, listKept } from '../store/foreign/staged-comments.ts';
import type { Staging } from '../store/foreign/staging.ts';
import {
  findHere,
  findWritten,
  type Imported,
  missingOf,
  writeImported,
} from '../store/foreign/written-imports.ts';
import { growingId } from '../world/random.ts';
import { giveWay } from '../world/slices.ts';
import { keepsEmail, toImported } from './comment-row.ts';
import type { Plan, Target, Watch } from './plan.ts';

/** What came of it, or would have come. */
export interface Written {
  /** The act that it is undone by; null where nothing was added. */
  act: string | null;
  added: number;
  alreadyHere: number;
  newArticles: number;
  emailsKept: number;
  emailsDropped: number;
}

/** So many are written at once where nobody else is kept waiting by it, and so many where somebody is. */
const mostRows = { alone: 400, served: 50 };
/** So long a server that found the database held pauses before it tries again. */
const turnMs = 20;
/** Characters: a bound parameter of D1 takes 2 MB. */
const mostLength = 200_000;

/**
 * Writes what is kept and not here, group by group, each whole or not at all; whoever is served has a turn between two.
 * What was cut off is one with what goes on from there.
 */
export async function write(
  world: Target,
  staging: Staging,
  plan: Plan,
  watch: Pick<Watch, 'written'>,
  of: number,
): Promise<Written> {
  const act = await beginAct(world, plan);
  const written = { added: 0, alreadyHere: 0, newArticles: 0, emailsKept: 0, emailsDropped: 0 };
  const articles = new Articles();
  for (const group of inGroups(listKept(staging), () => mostRows[world.isServed() ? 'served' : 'alone'])) {
    const began = performance.now();
    const own = await findOwn(world, plan, group);
    const rows = group.map((kept) => toImported(plan, kept, act.createdAt, own));
    const { missing, known } = await addMissing(
      world,
      act,
      rows.filter(({ comment }) => !own.has(comment.id)),
      plan.dryRun,
    );
    written.added += missing;
    written.alreadyHere += rows.length - missing;
    written.newArticles += articles.countNew(group, known);
    for (const kept of group.filter(({ email }) => email !== null))
      written[keepsEmail(plan, kept, act.createdAt) ? 'emailsKept' : 'emailsDropped'] += 1;
    watch.written(written.added + written.alreadyHere, of);
    if (missing > 0 && world.isServed()) await giveWay(Math.max(turnMs, performance.now() - began));
  }
  return { ...written, act: plan.dryRun ? null : await endImportAct(world.database, act.id, world.now()) };
}

/** Of open lines those that tell of comments that were written here, and what they answer. */
async function findOwn(
  { database }: Target,
  { format, site }: Plan,
  group: readonly KeptComment[],
): Promise<ReadonlySet<string>> {
  if (format !== 'jsonl') return new Set();
  return findWritten(
    database,
    site.id,
    group.flatMap(({ id, parent }) => (parent ? [id, parent.id] : [id])),
  );
}

async function beginAct({ database, now, random }: Target, { site, format, file }: Plan): Promise<ImportAct> {
  const details = { source: format, file };
  const cutOff = await findCutOff(database, { kind: 'import', site: site.id, details });
  return { ...details, id: cutOff ?? growingId({ now, random }), site: site.id, createdAt: now() };
}

/** Where somebody else brings in the same just now, it is looked again what is missing. */
async function addMissing(
  world: Target,
  act: ImportAct,
  rows: readonly Imported[],
  dryRun: boolean,
): Promise<{ missing: number; known: ReadonlySet<string> }> {
  const here = await findHere(world.database, act.id, rows);
  if (here.undone) throw new Error('it was undone meanwhile: nothing more is written');
  const missing = missingOf(rows, here);
  try {
    if (missing.length > 0 && !dryRun) await writeImported(world.database, act, missing, here);
    return { missing: missing.length, known: here.articles };
  } catch (error) {
    if (!(error instanceof Duplicate)) throw error;
    return addMissing(world, act, rows, dryRun);
  }
}

/** They come one after the other, each in one group or several. */
class Articles {
  #last = 0;

  countNew(group: readonly KeptComment[], known: ReadonlySet<string>): number {
    const begun = new Map(group.map(({ article, key }) => [article, key]));
    begun.delete(this.#last);
    this.#last = group.at(-1)?.article ?? 0;
    return [...begun.values()].filter((key) => !known.has(key)).length;
  }
}

function* inGroups(comments: Iterable<KeptComment>, most: () => number): Generator<KeptComment[]> {
  let group: KeptComment[] = [];
  let length = 0;
  for (const comment of comments) {
    if (group.length >= most() || (length > 0 && length + comment.body.length > mostLength)) {
      yield group;
      group = [];
      length = 0;
    }
    group.push(comment);
    length += comment.body.length;
  }
  if (group.length > 0) yield group;
}
