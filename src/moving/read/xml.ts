import { SaxesParser, type SaxesTagNS } from 'saxes';
import { explain, isHarmless } from './xml-errors.ts';
import { mended } from './xml-mending.ts';

export interface Name {
  /** Without its prefix. */
  name: string;
  /** The namespace; the prefix where the file does not say what that stands for. */
  uri: string;
}

/** An element with what stands in it; attributes go by their names without a prefix. */
export interface Element extends Name {
  attributes: Partial<Record<string, string>>;
  text: string;
  /** Whether its text stands in CDATA, where nothing is decoded. */
  verbatim: boolean;
  children: Element[];
  /** Where it began in the file. */
  line: number;
}

/** What is wanted of a document; of all else nothing is kept. */
export interface Wanted {
  isRecord: (element: Name, parent: Name | undefined) => boolean;
  /** Whether an element that stands in a record, or in a part of one, is a part of it. */
  isPart: (element: Name) => boolean;
}

/** Characters: a text that is longer than this is of no comment, and not even of an article. */
const longestText = 16_000_000;

/**
 * The records of a document, each once it is whole and without the records inside it; the root comes first, when it
 * opens. Throws an Error that says where the document is not well-formed, ends too early, or has a document type.
 */
export async function* readElements(text: AsyncIterable<string>, wanted: Wanted): AsyncGenerator<Element> {
  const tree = new Tree(wanted);
  for await (const chunk of mended(text)) {
    tree.write(chunk);
    yield* tree.take();
  }
  tree.end();
  yield* tree.take();
}

interface Open extends Name {
  kept: Element | undefined;
  isRecord: boolean;
}

class Tree {
  readonly #parser = new SaxesParser({ xmlns: true, position: true });
  readonly #wanted: Wanted;
  readonly #open: Open[] = [];
  #whole: Element[] = [];
  #begun = false;
  #ended = false;
  #since = 0;

  constructor(wanted: Wanted) {
    this.#wanted = wanted;
    this.#parser.on('opentag', (tag) => this.#openTag(tag));
    this.#parser.on('closetag', () => this.#close());
    this.#parser.on('text', (text) => this.#say(text, false));
    this.#parser.on('cdata', (text) => this.#say(text, true));
    this.#parser.on('doctype', (type) => {
      throw new Error(
        /^\s*html/i.test(type)
          ? 'the file is a web page, and no export'
          : 'the file has a document type of its own, which no export has: it is not read, for safety',
      );
    });
    this.#parser.on('error', (error) => {
      if (!isHarmless(error)) throw new Error(explain(error, this.#ended, this.#open.at(-1)?.name));
    });
  }

  write(chunk: string): void {
    this.#since += chunk.length;
    this.#parser.write(this.#begun ? chunk : this.#begin(chunk));
    if (this.#since > longestText)
      throw new Error(`line ${this.#parser.line}: a text is longer than any comment; the file is no export`);
  }

  end(): void {
    this.#ended = true;
    this.#parser.close();
  }

  take(): Element[] {
    const whole = this.#whole;
    this.#whole = [];
    return whole;
  }

  /** Empty lines before a document are a mistake that many exports have. */
  #begin(chunk: string): string {
    const trimmed = chunk.trimStart();
    if (trimmed && !trimmed.startsWith('<'))
      throw new Error(`the file is not XML: it begins with "${trimmed.slice(0, 1)}"`);
    this.#begun = trimmed !== '';
    return trimmed;
  }

  #openTag(tag: SaxesTagNS): void {
    this.#since = 0;
    const above = this.#open.at(-1);
    const name = { name: tag.local, uri: tag.uri };
    const isRecord = this.#wanted.isRecord(name, above);
    const isKept = isRecord || (above?.kept && this.#wanted.isPart(name));
    const kept = isKept || !above ? this.#toElement(tag) : undefined;
    if (!above && kept) this.#whole.push(kept);
    this.#open.push({ ...name, isRecord, kept: isKept ? kept : undefined });
  }

  #toElement(tag: SaxesTagNS): Element {
    const attributes = Object.values(tag.attributes).map(({ local, value }) => [local, value]);
    return {
      name: tag.local,
      uri: tag.uri,
      attributes: Object.fromEntries(attributes),
      text: '',
      verbatim: false,
      children: [],
      line: this.#parser.line,
    };
  }

  #say(text: string, verbatim: boolean): void {
    this.#since = 0;
    const element = this.#open.at(-1)?.kept;
    if (!element) return;
    element.text += text;
    element.verbatim ||= verbatim;
  }

  #close(): void {
    this.#since = 0;
    const closed = this.#open.pop();
    if (!closed?.kept) return;
    if (closed.isRecord) this.#whole.push(closed.kept);
    else this.#open.at(-1)?.kept?.children.push(closed.kept);
  }
}
