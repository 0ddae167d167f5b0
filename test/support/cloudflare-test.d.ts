declare module 'cloudflare:test' {
  import type { D1Database } from '@cloudflare/workers-types';
  import type { MailBinding } from '../../src/notices/channels/mail-binding.ts';
  export const env: {
    DB: D1Database;
    EMAIL: MailBinding;
    TELLING: { send(message: object): Promise<unknown> };
    MIGRATIONS: { name: string }[];
    TABLES: string[];
  };
  export function applyD1Migrations(database: D1Database, migrations: object[]): Promise<void>;
  export function reset(): Promise<void>;
}
