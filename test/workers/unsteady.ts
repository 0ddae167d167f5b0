import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types';

/** `before` the database has the work, or `after` it has done it. */
export type Loss = 'before' | 'after';

/** A binding that loses the connection, each time once, at what holds a statement of this kind. */
export function unsteady(binding: D1Database, kind: RegExp, losses: readonly Loss[]): D1Database {
  const left = [...losses];
  const texts = new WeakMap<object, string>();
  const losing = async <Result>(isMeant: boolean, work: () => Promise<Result>): Promise<Result> => {
    const loss = isMeant ? left.shift() : undefined;
    if (loss === 'before') throw lost();
    const result = await work();
    if (loss === 'after') throw lost();
    return result;
  };
  const prepare = (text: string) => {
    const statement = binding.prepare(text);
    const bind = statement.bind.bind(statement);
    statement.bind = (...values) => {
      const bound = bind(...values);
      texts.set(bound, text);
      const all = bound.all.bind(bound);
      bound.all = () => losing(kind.test(text), () => all<never>());
      return bound;
    };
    return statement;
  };
  const batch = (statements: D1PreparedStatement[]) =>
    losing(
      statements.some((statement) => kind.test(texts.get(statement) ?? '')),
      () => binding.batch(statements),
    );
  return new Proxy(binding, {
    get: (target, name) => ({ prepare, batch })[String(name)] ?? Reflect.get(target, name),
  });
}

function lost(): Error {
  return new Error('D1_ERROR: Network connection lost.');
}
