import type SQLite from 'better-sqlite3';
import { searchText } from '../../src/store/comments/search-text.ts';
import { keptLength } from '../../src/store/filter/sketches.ts';
import type { Article } from './articles.ts';
import type { SeededComment } from './comment.ts';
import type { SeededDecision } from './decisions.ts';
import type { Dice } from './dice.ts';
import { linesOf } from './fill.ts';
import { LessonBook, lessonOf } from './lessons.ts';
import { prepareInserts, type Statements } from './statements.ts';

const dayMs = 24 * 3_600_000;
const rowsAtOnce = 20_000;
/** Of the last so many comments of an article, those that may be answered. */
const answerable = 12;
const appeals = linesOf('appeal');
const reportReasons = ['insult', 'spam', 'false', 'private', 'other'] as const;

/** Puts rows into the database, many in one transaction; the triggers keep the counters. */
export class Writer {
  private readonly insert: Statements;
  private readonly lessons = new LessonBook();
  private readonly connection: SQLite.Database;
  private readonly until: number;
  private readonly dice: Dice;
  private open = 0;

  constructor(connection: SQLite.Database, until: number, dice: Dice) {
    this.connection = connection;
    this.insert = prepareInserts(connection);
    this.until = until;
    this.dice = dice;
    connection.exec('begin');
  }

  article(article: Article): void {
    const { site, key, createdAt } = article;
    article.row = Number(this.insert.article.pluck().get(site, key, createdAt));
  }

  comment(comment: SeededComment): void {
    this.insertComment(comment);
    for (const [position, finding] of comment.findings.entries()) {
      const { rule, verdict, message, start = null, end = null } = finding;
      this.insert.finding.run(comment.id, position, rule, verdict, message.vi, message.en, start, end);
    }
    this.index(comment);
    if (comment.createdAt > this.until - dayMs) this.keepSketch(comment);
    if (comment.state === 'published') this.publish(comment);
    this.lessons.teach(comment);
    this.commitNowAndThen();
  }

  decision({ id, moderatorId, action, reason, createdAt, moved }: SeededDecision): void {
    this.insert.decision.run(id, moderatorId, action, reason, createdAt);
    for (const { commentId, from, to, version, fromLesson, toLesson } of moved) {
      this.insert.decided.run(id, commentId, from, to, version, fromLesson, toLesson);
    }
  }

  close(): void {
    this.lessons.write(this.insert);
    this.connection.exec('commit');
  }

  private insertComment(comment: SeededComment): void {
    const { id, article, parentId, author, state, version, risk, sender } = comment;
    const { createdAt, shippedRisk, learnedRisk, draft } = comment;
    const { body, fingerprint, sketch, hasLinks } = draft;
    const lesson = lessonOf(comment);
    const appeals = this.appealOf(comment);
    const own = [id, article.site, article.row, parentId, author, body, state, version, risk, sender];
    const derived = [
      fingerprint,
      createdAt,
      shippedRisk,
      learnedRisk,
      sketch.slice(0, keptLength),
      lesson,
      hasLinks,
    ];
    const saying = [article.row, article.title, article.url];
    this.insert.saying.run(...saying);
    this.insert.comment.run(...own, ...derived, ...appeals, ...saying);
  }

  private appealOf({ state, createdAt }: SeededComment): [string | null, number | null] {
    const share = state === 'pending' ? 0.001 : state === 'published' ? 0 : 0.02;
    if (!this.dice.chance(share)) return [null, null];
    const at = createdAt + (this.until - createdAt) * this.dice.between(0.5, 1);
    return [this.dice.pick(appeals), Math.floor(at)];
  }

  private index({ id, author, draft: { body } }: SeededComment): void {
    this.insert.words.run(searchText(author, body), id);
  }

  private keepSketch({ id, article, draft, createdAt }: SeededComment): void {
    const day = Math.floor(createdAt / dayMs);
    for (const [place, value] of (draft.sketch.match(/.{4}/g) ?? []).slice(0, 4).entries()) {
      this.insert.part.run(day, article.site, place + value, id, draft.sketch);
    }
  }

  private publish({ id, article, createdAt }: SeededComment): void {
    article.answerable.push(id);
    if (article.answerable.length > answerable) article.answerable.shift();
    if (!this.dice.chance(0.012)) return;
    for (let count = 1 + this.dice.below(3); count > 0; count--) {
      const at = Math.floor(createdAt + (this.until - createdAt) * this.dice.between(0, 1));
      this.insert.report.run(id, this.dice.id(), this.dice.pick(reportReasons), '', at);
    }
  }

  private commitNowAndThen(): void {
    this.open += 1;
    if (this.open % rowsAtOnce === 0) this.connection.exec('commit; begin');
  }
}
