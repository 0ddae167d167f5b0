import type { Site } from '../../sites/site.ts';
import type { Database } from '../../store/database.ts';
import { listOutArticles, listOutComments } from '../../store/moved/written-out.ts';

/** The comments of a site as plain objects, a line each: `import --from jsonl` reads them, and so does a person. */
export async function* writeJsonl(database: Database, site: Site): AsyncGenerator<string> {
  for await (const { id: number, key, title, url } of listOutArticles(database, site.id)) {
    for await (const comment of listOutComments(database, number)) {
      const { id, parentId: parent, author, email, body, state, createdAt } = comment;
      yield `${JSON.stringify({
        ...{ id, article: key, url: url || null, title: title || null, parent, author },
        ...{ email, body, state, createdAt: new Date(createdAt).toISOString() },
      })}\n`;
    }
  }
}
