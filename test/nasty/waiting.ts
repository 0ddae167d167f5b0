import { sql } from 'kysely';
import { build } from '../../src/store/database.ts';
import { type Answer, openService } from './answers.ts';

interface Row {
  author: string;
  body: string;
  version: number;
  state: string;
}

/** A service with one comment that waits. */
export async function openWaiting() {
  const open = await openService({ moderation: 'hold-all' });
  const comment = { article: { key: '/bai', title: 'Bài' }, author: 'Hoa', body: 'Một ý kiến về bài này.' };
  const { id } = JSON.parse((await open.post('/api/v1/sites/demo/comments', comment)).text);
  const rowOf = async () => {
    const [row] = await open.service.deps.database.query(
      sql<Row>`select author, body, version, state from comments where id = ${id}`.compile(build),
    );
    return row ?? { author: '', body: '', version: 0, state: '' };
  };
  return { ...open, id: String(id), rowOf };
}

/** A refusal by one of these names, a page that says so, or nothing found. */
export function isPolite({ status, fields }: Answer, names: readonly string[]): boolean {
  if (status < 400) return true;
  return fields.length > 0
    ? fields.every((field) => names.includes(field))
    : [404, 409, 422].includes(status);
}
