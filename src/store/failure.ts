/** The database cannot store or read just now. */
export class StorageFailure extends Error {
  override name = 'StorageFailure';
}

/** The write would have made a second row of something that exists once. */
export class Duplicate extends Error {
  override name = 'Duplicate';
}

/** The write demanded something that does not hold, and said so by leaving a column without its value. */
export class Unmet extends Error {
  override name = 'Unmet';
  readonly column: string;

  constructor(column: string, options: ErrorOptions) {
    super(`${column} was to have a value`, options);
    this.column = column;
  }
}

/** What SQLite says where a column that must have a value has none, whatever it runs in. */
export function columnLeft(message: string): string | undefined {
  return /NOT NULL constraint failed: (\w+\.\w+)/.exec(message)?.[1];
}
