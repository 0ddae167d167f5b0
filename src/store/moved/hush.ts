import { sql } from 'kysely';
import { build } from '../database.ts';

/** Between these two, of one write, nothing is told by mail: it was where it happened. */
export const hush = sql<object>`insert into hush (one) values (1)`.compile(build);
export const unhush = sql<object>`delete from hush`.compile(build);
