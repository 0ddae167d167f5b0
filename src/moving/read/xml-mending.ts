/** Longer than any mark or reference, so that none is torn apart where two parts of a file meet. */
const margin = 64;

const marks = /<!\[CDATA\[|\]\]>|&(?!(?:[a-z][\w.-]{0,40}|#\d{1,8}|#x[\da-f]{1,8});)/gi;

/** XML 1.0 forbids them, and real exports have them all the same. */
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/**
 * The text of a document without what stops a strict parser although nothing depends on it: forbidden characters, and
 * ampersands that begin no reference, as WordPress leaves them in the addresses of commenters.
 */
export async function* mended(text: AsyncIterable<string>): AsyncGenerator<string> {
  const mender = new Mender();
  let rest = '';
  for await (const chunk of text) {
    const known = rest + chunk.replace(forbidden, '');
    const [whole, left] = mender.mend(known, known.length - margin);
    rest = left;
    if (whole) yield whole;
  }
  yield mender.mend(rest, rest.length)[0];
}

class Mender {
  #isVerbatim = false;

  /** The text up to `end`, or to the end of the mark that stands there; and what is left of it. */
  mend(text: string, end: number): [whole: string, left: string] {
    if (end <= 0) return ['', text];
    let whole = '';
    let from = 0;
    for (const { 0: mark, index } of text.matchAll(marks)) {
      if (index >= end) break;
      whole += text.slice(from, index) + this.#read(mark);
      from = index + mark.length;
    }
    const to = Math.max(from, end);
    return [whole + text.slice(from, to), text.slice(to)];
  }

  /** In CDATA everything is as it is meant. */
  #read(mark: string): string {
    if (mark === '&') return this.#isVerbatim ? mark : '&amp;';
    this.#isVerbatim = mark !== ']]>';
    return mark;
  }
}
