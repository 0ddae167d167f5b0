import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin';
import { defineConfig } from 'vitest/config';
import { makingStatements } from './test/support/made-tables.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** What a test has of its runtime. */
const alias = (runtime: 'node' | 'workers') => ({
  '#database': here(`./test/support/database-${runtime}.ts`),
  '#mail': here(`./test/support/mail-${runtime}.ts`),
  '#numbers': here(`./test/support/numbers-${runtime}.ts`),
});

/** Milliseconds after which it hangs: however busy a machine is, what goes on is waited for. */
const patient = {
  testTimeout: 300_000,
  hookTimeout: 300_000,
  expect: { poll: { timeout: 60_000 } },
};

/** The tests that must hold on both runtimes. */
const everywhere = [
  'test/journey.test.ts',
  'test/articles/fold.test.ts',
  'test/articles/moves.test.ts',
  'test/store/erasure/site-removal.test.ts',
  'test/schema.test.ts',
  'test/screening/lessons.test.ts',
  'test/captcha/price.test.ts',
  'test/captcha/spent-once.test.ts',
  'test/http/desk/apart.test.ts',
  'test/http/desk/log.test.ts',
  'test/http/desk/shift.test.ts',
  'test/http/desk/appeals-tab.test.ts',
  'test/http/desk/newsroom-replies.test.ts',
  'test/http/desk/picks.test.ts',
  'test/http/desk/queue.test.ts',
  'test/http/desk/search.test.ts',
  'test/http/desk/comment-article.test.ts',
  'test/http/desk/senders/blocks.test.ts',
  'test/http/desk/senders/holds.test.ts',
  'test/http/desk/senders/notes.test.ts',
  'test/http/desk/senders/trust.test.ts',
  'test/http/desk/senders/trusted-tab.test.ts',
  'test/http/desk/senders/known-readers.test.ts',
  'test/http/desk/views.test.ts',
  'test/http/desk/long-decisions.test.ts',
  'test/http/desk/statistics.test.ts',
  'test/http/site/articles.test.ts',
  'test/http/site/thread-fragment.test.ts',
  'test/http/reader/feeds.test.ts',
  'test/http/reader/consent.test.ts',
  'test/http/reader/likes.test.ts',
  'test/http/first-run.test.ts',
  'test/http/copy.test.ts',
  'test/http/reader/known-readers.test.ts',
  'test/readers/token.test.ts',
  'test/http/owner/articles.test.ts',
  'test/store/erasure/deletion.test.ts',
  'test/store/erasure/retention.test.ts',
  'test/store/queue/sample.test.ts',
  'test/store/readers/standing.test.ts',
  'test/sites/acts-retention.test.ts',
  'test/http/desk/whole-log.test.ts',
  'test/notices/digest-journey.test.ts',
  'test/http/account/queue-feed.test.ts',
  'test/notices/deliveries.test.ts',
];

/** What makes a database as the migrations do, for all files that begin with one. */
const tables = makingStatements();

/** Tests that run in workerd. */
const onWorkers = () => ({
  plugins: [
    cloudflareTest(async () => ({
      miniflare: {
        compatibilityDate: '2026-10-01',
        compatibilityFlags: ['nodejs_compat'],
        d1Databases: ['DB'],
        queueProducers: { TELLING: 'telling' },
        email: { send_email: [{ name: 'EMAIL' }] },
        bindings: {
          MIGRATIONS: await readD1Migrations(here('./db/migrations')),
          TABLES: tables,
        },
      },
    })),
  ],
  resolve: { alias: alias('workers') },
});

/** They say how soon something is seen, so they run one by one, once all others are done. */
const alone = 'test/browser/desk-shift*.test.ts';

/** They take minutes, so they run where they are asked for by name: `--project faults`. */
const faults = {
  test: { name: 'faults', include: ['test/faults/**/*.test.ts'], testTimeout: 900_000 },
};

export default defineConfig({
  test: {
    globalSetup: './test/support/built.ts',
    // Most of them wait for processes, browsers and disks.
    maxWorkers: Math.max(3, availableParallelism() - 1),
    projects: [
      {
        resolve: { alias: alias('node') },
        test: {
          name: 'node',
          include: ['test/**/*.test.ts'],
          exclude: [
            'test/browser/**',
            'test/process/**',
            'test/contract/**',
            'test/faults/**',
            'test/workers/**',
          ],
          ...patient,
          // Each test has a database of its own, so that files may share what they import.
          isolate: false,
        },
      },
      {
        ...onWorkers(),
        test: {
          name: 'workers',
          include: everywhere,
          ...patient,
          // As on Node: each test begins with a database that is empty.
          isolate: false,
        },
      },
      {
        ...onWorkers(),
        // The Worker itself remembers how it was set.
        test: { name: 'worker', include: ['test/workers/**/*.test.ts'], ...patient },
      },
      {
        test: {
          name: 'outside',
          include: ['test/browser/**/*.test.ts', 'test/process/**/*.test.ts'],
          exclude: [alone],
          ...patient,
          // Each file starts services of its own, and what it imports is large.
          isolate: false,
        },
      },
      {
        test: {
          name: 'alone',
          include: [alone],
          ...patient,
          sequence: { groupOrder: 1 },
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'contract',
          include: ['test/contract/**/*.test.ts'],
          ...patient,
          isolate: false,
        },
      },
      ...(process.argv.includes('faults') ? [faults] : []),
    ],
  },
});
