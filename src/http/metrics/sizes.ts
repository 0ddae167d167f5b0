import { gauge } from '../../world/metrics.ts';

/** In bytes. */
export interface Sizes {
  database: number;
  /** What was written, and is not in the database's own file yet. */
  log: number;
  /** What the disk has left for whoever runs this. */
  free: number;
}

const database = gauge('binh_luan_database_bytes', 'How large the file of the database is.');
const log = gauge('binh_luan_database_log_bytes', 'How large the log beside it is.');
const free = gauge('binh_luan_disk_free_bytes', 'What its disk has left.');

export function tellSizes(sizes: Sizes): void {
  database.set(sizes.database, {});
  log.set(sizes.log, {});
  free.set(sizes.free, {});
}
