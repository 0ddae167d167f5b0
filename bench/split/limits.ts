/** Of one database (developers.cloudflare.com/d1/platform/limits). */
export const mostBytes = 10e9;
/** From here on a database gives sites away, while there is room to copy and to write on. */
export const fullAt = 0.8;
/** So far a database is filled by what is moved into it. */
export const filledTo = 0.5;

/** Measured on 30,000 seeded comments: all tables and indexes, the index of words with them. */
export const bytesPerComment = 1600;
/** The same: rows and entries of indexes, which is how D1 counts what is written. */
export const rowsPerComment = 19;

/** Milliseconds that one comment keeps the database: 13 calls from its captcha to its decision, taken at 2 ms each. */
export const workPerComment = 26;
/** In the busiest hour, of an average hour. */
export const peak = 4;
/** As much of its time may a database be at work in the busiest hour. */
export const busyAt = 0.5;

/** Dollars for a million rows beyond what the plan includes (developers.cloudflare.com/d1/platform/pricing). */
export const dollarsPerMillionRows = 1;
/** Comments a second while a site is copied: an assumption, to be replaced by what your first move takes. */
export const copiedPerSecond = 500;
