import { Tokenizer, TokenParser, TokenType } from '@streamparser/json';

/** Characters: one that is longer than this is no comment, nor are all the comments of one article. */
const longestEntry = 32_000_000;

/** The values at these paths (`$.comments.*`) of a document, in its order; throws an Error where it is not JSON, or cut. */
export async function* readValues(
  text: AsyncIterable<string>,
  paths: readonly string[],
): AsyncGenerator<unknown> {
  const parser = new Parser(paths);
  for await (const chunk of text) {
    parser.write(chunk);
    yield* parser.take();
  }
  parser.end();
  yield* parser.take();
}

const opening = new Set([TokenType.LEFT_BRACE, TokenType.LEFT_BRACKET]);
const closing = new Set([TokenType.RIGHT_BRACE, TokenType.RIGHT_BRACKET]);

class Parser {
  readonly #tokens = new Tokenizer();
  readonly #values: TokenParser;
  readonly #entryDepth: number;
  #whole: unknown[] = [];
  #depth = 0;
  #since = 0;

  constructor(paths: readonly string[]) {
    this.#entryDepth = Math.max(...paths.map((path) => path.split('.').length - 1));
    this.#values = new TokenParser({ paths: [...paths], keepStack: false });
    this.#values.onValue = ({ value }) => {
      this.#whole.push(value);
    };
    this.#tokens.onToken = (token) => {
      this.#count(token.token);
      this.#values.write(token);
    };
  }

  write(chunk: string): void {
    this.#since += chunk.length;
    if (this.#since > longestEntry)
      throw new Error('the file has an entry that is longer than any comment: it is no export');
    try {
      this.#tokens.write(chunk);
    } catch (error) {
      if (this.#values.isEnded) throw new Error('the file goes on behind its JSON: it is of another format');
      throw new Error(`the file is not JSON: ${error instanceof Error ? error.message : error}`);
    }
  }

  end(): void {
    if (!this.#values.isEnded) throw new Error('the file was cut: its JSON has no end');
  }

  take(): unknown[] {
    const whole = this.#whole;
    this.#whole = [];
    return whole;
  }

  /** What is not deeper than an entry is let go at once, so that only what is inside of one adds up. */
  #count(token: TokenType): void {
    if (opening.has(token)) this.#depth += 1;
    if (closing.has(token)) this.#depth -= 1;
    if (this.#depth <= this.#entryDepth) this.#since = 0;
  }
}
