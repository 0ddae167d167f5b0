import { randomUUID } from 'node:crypto';
import { serve } from '@hono/node-server';
import SQLite from 'better-sqlite3';
import { Hono } from 'hono';
import { z } from 'zod';

/** Hono, zod and one insert, `full` or not synced: what taking a comment in costs at least. */

const [, , file = '', synchronous = 'full'] = process.argv;
const database = new SQLite(file);
database.pragma('journal_mode = WAL');
database.pragma(`synchronous = ${synchronous === 'full' ? 'FULL' : 'OFF'}`);
database.exec(
  `create table if not exists comments (id text primary key, article text not null, author text not null,
     body text not null, created_at integer not null) strict`,
);
const insert = database.prepare('insert into comments values (?, ?, ?, ?, ?)');

const newComment = z.object({
  article: z.object({ key: z.string().min(1).max(512) }),
  author: z.string().min(1).max(80),
  body: z.string().min(1).max(2000),
  challenge: z.object({ id: z.string().max(64), answer: z.string().max(64) }),
});

const app = new Hono();
app.get('/readyz', (context) => context.text('ok\n'));
app.post('*', async (context) => {
  const { article, author, body } = newComment.parse(await context.req.json());
  const id = randomUUID();
  insert.run(id, article.key, author, body, Date.now());
  return context.json({ id, state: 'pending', receipt: id }, 202);
});
serve({ fetch: app.fetch, port: Number(process.env.PORT), hostname: '127.0.0.1' });
