declare module 'cloudflare:test' {
  import type { D1Database } from '@cloudflare/workers-types';
  export const env: { DB: D1Database; MIGRATIONS: object[] };
  export function applyD1Migrations(database: D1Database, migrations: object[]): Promise<void>;
  export function reset(): Promise<void>;
}
