/** XML that is written already. */
export class Xml {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }
}

type Part = string | number | Xml | readonly Xml[];

/** XML from a template: what is put into it is text, in elements and in quoted attributes, unless it is XML already. */
export function xml(written: TemplateStringsArray, ...parts: readonly Part[]): Xml {
  return new Xml(
    written.map((text, at) => (parts[at - 1] === undefined ? '' : put(parts[at - 1])) + text).join(''),
  );
}

function put(part: Part | undefined): string {
  if (part instanceof Xml) return String(part);
  if (typeof part === 'object') return part.join('');
  return escaped(withoutControls(String(part)));
}

/** Text as it stands in elements and in quoted attributes, of HTML too. */
export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** Text of which nothing is decoded. */
export function cdata(text: string): Xml {
  return new Xml(`<![CDATA[${withoutControls(text).replaceAll(']]>', ']]]]><![CDATA[>')}]]>`);
}

/** XML 1.0 has no way to write them. */
function withoutControls(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');
}
