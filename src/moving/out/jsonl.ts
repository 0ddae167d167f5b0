import type { Site } from '../../sites/site.ts';
import type { Database } from '../../store/database.ts';
import { listOut, type OutComment } from '../../store/moved/written-out.ts';

/** The comments of a site as plain objects, a line each: `import --from jsonl` reads them, and so does a person. */
export async function* writeJsonl(database: Database, site: Site): AsyncGenerator<string> {
  for await (const comment of listOut(database, site.id)) yield `${JSON.stringify(toLine(comment))}\n`;
}

function toLine({ id, key, url, title, closed, parent, author, email, body, state, createdAt }: OutComment) {
  return {
    ...{ id, article: key, url: url || null, title: title || null, ...(closed && { closed: true }) },
    ...{ parent, author, email, body, state, createdAt: new Date(createdAt).toISOString() },
  };
}
