import { digest } from '../../world/hash.ts';
import type { Staging } from './staging.ts';

/** Of those with one id the first keeps it; what is the same once more is left out, and what is not is told apart. */
export function tellTwinsApart({ connection }: Staging): void {
  connection.function('mark_of', { deterministic: true, varargs: true }, (...told: unknown[]) =>
    digest(JSON.stringify(told)).slice(0, 22),
  );
  connection.exec(`create index comments_of_id on comments (id, within, twin, position);
    update comments set twin =
        mark_of((select key from articles where number = article), author, time, body)
      where left_out is null and (id, within) in
        (select id, within from comments where left_out is null group by id, within having count(*) > 1);
    update comments set left_out = 'duplicate'
      where twin <> '' and exists (select 1 from comments as earlier where earlier.id = comments.id
        and earlier.within = comments.within and earlier.twin = comments.twin
        and earlier.position < comments.position);
    update comments set twin = '' where position in
      (select min(position) from comments where twin <> '' group by id, within);`);
}
