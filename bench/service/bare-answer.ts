import { readFileSync } from 'node:fs';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';

/** Bare Hono that answers everything with the bytes and headers of a file: the most that could be reached. */

const { headers, body } = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8'));
const bytes = new Uint8Array(Buffer.from(body, 'base64'));

const app = new Hono();
app.get('*', (context) => context.body(bytes, 200, headers));
serve({ fetch: app.fetch, port: Number(process.env.PORT), hostname: '127.0.0.1' });
