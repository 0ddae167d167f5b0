/** A link as it is walked through: its text, of which some may be written before it ends. */
export class Link {
  readonly #href: string | undefined;
  #said = '';
  #waiting = '';

  constructor(href: string | undefined) {
    this.#href = href;
  }

  say(text: string): void {
    this.#said += text;
    this.#waiting += text;
  }

  /** Text of the link that was written elsewhere. */
  note(text: string): void {
    this.#said += text;
  }

  /** What waits to be written. */
  take(): string {
    const waiting = this.#waiting;
    this.#waiting = '';
    return waiting;
  }

  /** What is left to be written, with the address where the text does not tell it. */
  end(): string {
    const isWhole = this.#waiting === this.#said;
    if (isWhole) return writeLink(this.#said, this.#href);
    const address = this.#href && addressBehind(this.#href);
    return address && !isSame(this.#said.trim(), address) ? `${this.#waiting} (${address})` : this.#waiting;
  }
}

/** What a person would have typed for a link: its text and address, one of them where they say the same. */
export function writeLink(text: string, href: string | undefined): string {
  const shown = text.replace(/\s+/g, ' ').trim();
  const mention = /^https?:\/\/disqus\.com\/by\/([^/]+)\/?$/.exec(href ?? '');
  if (mention) return `@${shown.replace(/^@/, '') || mention[1]}`;
  const address = href && addressBehind(href);
  if (!address) return text;
  return `${/^\s/.test(text) ? ' ' : ''}${toldOnce(shown, address)}${/\s$/.test(text) ? ' ' : ''}`;
}

/** An address with Vietnamese in it is read as it was typed, and not as a browser sends it. */
function toldOnce(shown: string, address: string): string {
  if (!shown) return address;
  if (!isSame(shown, address)) return `${shown} (${address})`;
  return isWhole(shown) ? shown : address;
}

/** Nothing where the link leads nowhere that a reader elsewhere could go. */
function addressBehind(href: string): string | undefined {
  const absolute = href.trim().replace(/^\/\//, 'https://');
  if (!/^https?:\/\//i.test(absolute)) return undefined;
  return throughDisqus(absolute) ?? absolute;
}

/** Disqus leads links over an address of its own, with a hash behind the real one. */
function throughDisqus(address: string): string | undefined {
  if (!/^https?:\/\/disq\.us\/url\?/i.test(address) || !URL.canParse(address)) return undefined;
  return new URL(address).searchParams.get('url')?.replace(/:[\w-]+$/, '');
}

function isSame(text: string, address: string): boolean {
  if (bare(text) === bare(address)) return true;
  const cut = /^(.+?)(\.\.\.|…)$/.exec(text)?.[1];
  return cut !== undefined && bare(address).startsWith(bare(cut));
}

function isWhole(text: string): boolean {
  return /^https?:\/\//i.test(text) && !/(\.\.\.|…)$/.test(text);
}

/** What is left of an address when how it may be written is taken away. */
function bare(address: string): string {
  const path = address.replace(/^https?:\/\//i, '').replace(/\/$/, '');
  try {
    return decodeURI(path).normalize('NFC');
  } catch {
    return path;
  }
}
