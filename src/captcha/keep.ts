import { LRUCache } from 'lru-cache';
import { widestOf } from '../world/networks.ts';
import type { World } from '../world/world.ts';

const mostBytes = 4 * 1024 * 1024;

/** What was made for a challenge of late, by name: the same bytes each time, and no work the second. */
export class Kept<Made extends { bytes: Uint8Array }> {
  readonly #made = new LRUCache<string, Made>({
    maxSize: mostBytes,
    sizeCalculation: ({ bytes }) => bytes.length,
  });

  /** What has that name, made when it is this sender's turn if it is not there. */
  async get(
    { inTurn }: World,
    sender: string,
    name: string,
    make: () => Made | Promise<Made>,
  ): Promise<Made> {
    const known = () => this.#made.get(name);
    return known() ?? inTurn(widestOf(sender), async () => known() ?? this.keep(name, await make()));
  }

  /** Keeps what was made elsewhere, as if it had been made here. */
  keep(name: string, made: Made): Made {
    this.#made.set(name, made);
    return made;
  }
}
