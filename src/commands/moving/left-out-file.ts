import { closeSync, openSync, writeSync } from 'node:fs';
import { naming } from '../../store/files/naming.ts';

const mostLength = 64 * 1024;

/** A JSON object a line for each row that is left out; made with the first of them. */
export class LeftOutFile {
  readonly #wanted: string;
  #file: number | undefined;
  #lines = '';

  constructor(wanted: string) {
    this.#wanted = wanted;
  }

  /** Null where nothing was left out. */
  get path(): string | null {
    return this.#file === undefined ? null : this.#wanted;
  }

  add(row: object): void {
    this.#file ??= naming(`"${this.#wanted}" (--report)`, () => openSync(this.#wanted, 'w'));
    this.#lines += `${JSON.stringify(row)}\n`;
    if (this.#lines.length > mostLength) this.#flush();
  }

  close(): void {
    this.#flush();
    if (this.#file !== undefined) closeSync(this.#file);
  }

  #flush(): void {
    if (this.#file !== undefined) writeSync(this.#file, this.#lines);
    this.#lines = '';
  }
}
