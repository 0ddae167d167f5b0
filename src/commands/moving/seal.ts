import { createHash } from 'node:crypto';

const sealed = /^(\{.*),"seal":"([0-9a-f]{16})"\}$/;

/** Each line ends with a hash of itself and of the line before it, so that a file which was cut or altered shows where. */
export class Sealer {
  private last = '';

  /** The line of an object that has members. */
  seal(object: object): string {
    const text = JSON.stringify(object).slice(0, -1);
    this.last = this.next(text);
    return `${text},"seal":"${this.last}"}`;
  }

  /** The object of a line; undefined where the line is not what was written after those before it. */
  open(line: string): unknown {
    const [, text = '', seal] = sealed.exec(line) ?? [];
    if (!seal || seal !== this.next(text)) return undefined;
    this.last = seal;
    return JSON.parse(`${text}}`);
  }

  private next(text: string): string {
    return createHash('sha256').update(this.last).update(text).digest('hex').slice(0, 16);
  }
}
