/** The database cannot store or read just now. */
export class StorageFailure extends Error {
  override name = 'StorageFailure';
}

/** The write would have made a second row of something that exists once. */
export class Duplicate extends Error {
  override name = 'Duplicate';
}
