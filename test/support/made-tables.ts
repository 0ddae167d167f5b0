import { migrate } from '../../src/store/migrations.ts';
import { connect } from '../../src/store/sqlite/connection.ts';

/** A database that was brought up to date, as bytes: to be copied, since the migrations take a tenth of a second. */
export function migratedBytes(): Buffer {
  const connection = connect(':memory:');
  migrate(connection);
  const bytes = connection.serialize();
  connection.close();
  return bytes;
}

/** What makes the same of an empty database, whosever it is: its tables, what is in them, and what stands on them. */
export function makingStatements(): string[] {
  const connection = connect(':memory:');
  migrate(connection);
  const list = (query: string) => connection.prepare<[], string>(query).pluck().all();
  const columnsOf = (table: string) => list(`select name from pragma_table_info('${table}')`);
  const fill = (table: string) => {
    const columns = columnsOf(table);
    const values = columns.map((column) => `quote("${column}")`).join(` || ', ' || `);
    const rows = list(`select '(' || ${values} || ')' from "${table}"`);
    return rows.length === 0 ? [] : [`insert into "${table}" (${columns}) values ${rows}`];
  };
  const statements = [
    ...list(creating('table')),
    ...list(tables).flatMap(fill),
    ...list(creating('index', 'view')),
    ...list(creating('trigger')),
  ];
  connection.close();
  return statements;
}

/** Beside what SQLite keeps for itself, and what a virtual table makes with it. */
const tables = `select name from pragma_table_list
  where schema = 'main' and type = 'table' and name not like 'sqlite\\_%' escape '\\'`;

const creating = (...types: string[]) => `select sql from sqlite_schema
  where type in (${types.map((type) => `'${type}'`)}) and sql is not null and name not like 'sqlite\\_%' escape '\\'
    and name not in (select name from pragma_table_list where type = 'shadow')
  order by rowid`;
