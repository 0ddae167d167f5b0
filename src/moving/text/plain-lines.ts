/** Deeper ones are written as if they were no deeper, so that what is written stays in proportion to what was read. */
const mostFrames = 12;

/** What stands before the lines of a block: once before the first, and before every other. */
interface Frame {
  first: string;
  rest: string;
  begun: boolean;
}

/** Plain text as it grows: white space that collapses, blocks that stand apart, lines behind marks. */
export class PlainLines {
  readonly #lines: string[] = [];
  readonly #frames: Frame[] = [];
  #tooDeep = 0;
  #line: string | undefined;
  #space = false;
  /** Line ends that are due before more text: two of them make an empty line. */
  #due = 0;
  /** Line ends of verbatim text that count once more of it comes. */
  #held = 0;

  /** Text whose white space is worth one space. */
  flow(text: string): void {
    for (const [index, word] of text.split(/[ \t\n\f\r]+/).entries()) {
      if (index > 0) this.#space = true;
      if (word) this.#put(word);
    }
  }

  /** Text that stays as it is, line ends too. */
  verbatim(text: string): void {
    for (const [index, part] of text.split('\n').entries()) {
      if (index > 0) this.#held += 1;
      if (part) this.#putVerbatim(part);
    }
  }

  /** What comes next begins a line; with `apart` after an empty one. */
  block(apart: boolean): void {
    this.#held = 0;
    if (this.#line === undefined && this.#lines.length === 0) return;
    const isFresh = this.#frames.at(-1)?.begun === false;
    this.#due = Math.max(this.#due, apart && !isFresh ? 2 : 1);
    this.#space = false;
  }

  /** What comes next begins the next line, whatever was due. */
  nextLine(): void {
    if (this.#due > 1) this.#due = 1;
  }

  /** A line end by itself; two make an empty line. */
  breakLine(): void {
    this.block(this.#due > 0);
  }

  get isAtLineStart(): boolean {
    return this.#line === undefined || this.#due > 0;
  }

  push(first: string, rest: string): void {
    if (this.#frames.length < mostFrames) this.#frames.push({ first, rest, begun: false });
    else this.#tooDeep += 1;
  }

  pop(): void {
    if (this.#tooDeep > 0) this.#tooDeep -= 1;
    else this.#frames.pop();
  }

  toString(): string {
    const all = this.#line === undefined ? this.#lines : [...this.#lines, this.#line];
    return all
      .map((line) => line.trimEnd())
      .join('\n')
      .replace(/^\n+|\n+$/g, '');
  }

  #putVerbatim(text: string): void {
    if (this.#due > 0) this.#passDue();
    for (; this.#held > 0; this.#held -= 1) {
      if (this.#line === undefined) this.#beginLine();
      this.#endLine();
      this.#beginLine();
    }
    this.#put(text);
  }

  #put(text: string): void {
    if (this.#due > 0) this.#passDue();
    if (this.#line === undefined) this.#beginLine();
    else if (this.#space) this.#line += ' ';
    this.#space = false;
    this.#line += text;
  }

  #passDue(): void {
    this.#endLine();
    if (this.#due > 1) {
      const open = this.#frames.filter(({ begun }) => begun);
      this.#lines.push(open.map(({ rest }) => rest).join(''));
    }
    this.#due = 0;
    this.#space = false;
  }

  #endLine(): void {
    if (this.#line !== undefined) this.#lines.push(this.#line);
    this.#line = undefined;
  }

  #beginLine(): void {
    const mark = (frame: Frame) => (frame.begun ? frame.rest : frame.first);
    this.#line = this.#frames.map(mark).join('');
    for (const frame of this.#frames) frame.begun = true;
    this.#space = false;
  }
}
