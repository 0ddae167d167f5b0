import { type CompiledQuery, sql } from 'kysely';
import type { Label, Row } from '../../filter/model/local.ts';
import { build, type Database, prepared } from '../database.ts';

/** A comment of which the site's own model counts something else than moderators made of it. */
export interface DueLesson {
  id: string;
  author: string;
  body: string;
  lesson: Label | null;
  learned: Label | null;
}

/** A lesson with what it adds to the counts; what is unlearned is negative. */
export interface CountedLesson extends DueLesson {
  deltas: readonly Row[];
}

/** The sites that learn and have something to learn. */
export async function listLearningSites(database: Database): Promise<string[]> {
  const rows = await database.query(
    sql<{ id: string }>`select id from sites where learning = 'on'
      and exists (select 1 from comments where site_id = sites.id and lesson is not learned)`.compile(build),
  );
  return rows.map((row) => row.id);
}

export async function listDueLessons(database: Database, site: string, limit: number): Promise<DueLesson[]> {
  return database.query(
    sql<DueLesson>`select id, author, body, lesson, learned from comments
      where site_id = ${site} and lesson is not learned limit ${limit}`.compile(build),
  );
}

/** Counts the lessons in one write; one that changed since, or that someone else counted, is left out. */
export async function countLessons(
  database: Database,
  site: string,
  lessons: readonly CountedLesson[],
): Promise<void> {
  await database.batch(lessons.flatMap((lesson) => countLesson(site, lesson)));
}

function countLesson(site: string, { id, lesson, learned, deltas }: CountedLesson): CompiledQuery[] {
  const rows = JSON.stringify(deltas.map((row) => [row.feature, row.publish, row.reject, row.spam]));
  const unchanged = sql`id = ${id} and site_id = ${site} and lesson is ${lesson} and learned is ${learned}`;
  return [
    sql`insert into learned_features (site_id, feature, publish, reject, spam)
      select ${site}, value ->> 0, value ->> 1, value ->> 2, value ->> 3 from json_each(${rows})
      where exists (select 1 from comments where ${unchanged})
      on conflict (site_id, feature) do update set
        publish = publish + excluded.publish, reject = reject + excluded.reject, spam = spam + excluded.spam`.compile(
      build,
    ),
    sql`update comments set learned = lesson where ${unchanged}`.compile(build),
  ];
}

/**
 * Takes from the decision log what moderators made of each comment, or from where it was brought in from, and forgets all
 * that was counted.
 */
export async function forgetLessons(database: Database, site: string): Promise<void> {
  await database.batch([
    build.deleteFrom('learned_features').where('site_id', '=', site).compile(),
    sql`update comments set learned = null, lesson = iif(
        exists (select 1 from decided_comments where comment_id = comments.id),
        (select to_lesson from decided_comments where comment_id = comments.id order by version desc limit 1),
        iif(exists (select 1 from imported_comments where comment_id = comments.id), lesson, null))
      where site_id = ${site} and id in (${touched(site)})`.compile(build),
  ]);
}

/** Without the many that nobody decided: whoever else writes waits for all of it. */
function touched(site: string) {
  return sql`select id from comments where site_id = ${site} and learned is not null
    union select id from comments where site_id = ${site} and lesson is not learned
    union select comment_id from decided_comments`;
}

/** All that the site's model has counted. */
export async function readAllFeatures(database: Database, site: string): Promise<Row[]> {
  return database.query(
    build
      .selectFrom('learned_features')
      .select(['feature', 'publish', 'reject', 'spam'])
      .where('site_id', '=', site)
      .compile(),
  );
}

/** What the site's model has counted of these features. */
export async function readFeatures(
  database: Database,
  site: string,
  features: readonly number[],
): Promise<Row[]> {
  return database.query(featuresQuery({ site, features: JSON.stringify(features) }));
}

const featuresQuery = prepared(({ site, features }: { site: string; features: string }) =>
  sql<Row>`select feature, publish, reject, spam from learned_features
    where site_id = ${site} and feature in (select value from json_each(${features}))`.compile(build),
);
