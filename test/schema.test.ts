import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { openDatabase } from '#database';
import source from '../db/schema.ts?raw';
import { build } from '../src/store/database.ts';

test('the row types name exactly the columns of the database, and which of them may be null', async () => {
  const database = await openDatabase();
  const columns = await database.query(
    sql<{ name: string; column: string; nullable: number }>`
      select tables.name as name, columns.name as column,
        columns."notnull" = 0 and columns.pk = 0 as nullable
      from pragma_table_list as tables join pragma_table_info(tables.name) as columns
      where tables.type = 'table' and tables.name not like 'sqlite%' and tables.name not like '\\_%' escape '\\'
        and tables.name <> 'd1_migrations' and tables.name not like 'comment_words%'`.compile(build),
  );
  const real: Record<string, Record<string, boolean>> = {};
  for (const { name, column, nullable } of columns) {
    real[name] = { ...real[name], [column]: nullable === 1 };
  }
  expect(readTypes(source)).toEqual(real);
});

/** Table to column to whether its type has null, from the text of the types themselves. */
function readTypes(text: string): Record<string, Record<string, boolean>> {
  const tables: Record<string, Record<string, boolean>> = {};
  for (const [, table = '', fields = ''] of text.matchAll(/^ {2}(\w+): \{\n([\s\S]*?)^ {2}\};/gm)) {
    tables[table] = {};
    for (const [, field = '', type = ''] of fields.matchAll(/^ {4}(\w+): (.*);$/gm)) {
      tables[table][field] = type.includes('null');
    }
  }
  return tables;
}
