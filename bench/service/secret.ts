import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Folder } from './folder.ts';

/** What only the service knows: with it a captcha is solved. */
export function secretOf({ path }: Folder): string {
  return readFileSync(join(path, 'secret'), 'utf8').trim();
}
