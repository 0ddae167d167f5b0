/**
 * The one form of an article's key. Two paths that lead to the same page are one key: dots are resolved, slashes are
 * single, the last one and a fragment are gone, and what needed no percent sign has none (RFC 3986, 6.2.2; letters
 * beyond ASCII composed). What a server may tell apart stays apart. A key that is no path stays as it is.
 */
export function canonicalKey(key: string): string {
  if (usual.test(key)) return key.normalize('NFC');
  const given = key.normalize('NFC').trim();
  if (!given.startsWith('/')) return given;
  const [address = ''] = given.split('#', 1);
  const at = address.indexOf('?');
  const path = at < 0 ? address : address.slice(0, at);
  const query = at < 0 ? '' : decodePlain(address.slice(at));
  const whole = resolve(decodePlain(path)) + (query === '?' ? '' : query);
  return /\s$/u.test(whole) ? whole.replace(/\s+$/u, encodeURIComponent) : whole;
}

/** In characters, once it has its one form. */
export const longestKey = 512;

/** The key of a page's address: its path, and of its query the parameters that its site goes by, in one order. */
export function keyOfUrl(url: string, parameters: readonly string[]): string {
  const { pathname, searchParams } = new URL(url);
  const chosen = [...searchParams].filter(([name]) => parameters.includes(name)).map(toPair);
  return canonicalKey(chosen.length === 0 ? pathname : `${pathname}?${chosen.sort().join('&')}`);
}

function toPair([name, value]: [string, string]): string {
  return `${encodeURIComponent(name)}=${encodeURIComponent(value)}`;
}

/** Most keys: words and numbers between slashes, which have no other form once they are composed. */
const usual = /^(?:\/[\w~\u00c0-\u024f\u1e00-\u1eff-][\w.~\u00c0-\u024f\u1e00-\u1eff-]*)+$/;

function resolve(path: string): string {
  const kept: string[] = [];
  for (const segment of path.split('/')) {
    if (segment === '..') kept.pop();
    else if (segment !== '' && segment !== '.') kept.push(segment);
  }
  return `/${kept.join('/')}`;
}

/** Decodes what means the same without its percent signs; all else has its digits in capitals. */
function decodePlain(text: string): string {
  if (!text.includes('%')) return text;
  const letters = onlyLetters.test(text) ? decoded(text, /\p{Cc}/u) : undefined;
  return (letters ?? decodeRuns(text)).normalize('NFC');
}

/** What is encoded in it is beyond ASCII, so that all of it may be decoded at once, where it is UTF-8. */
const onlyLetters = /^[\w/.~-]*(?:%[89A-F][0-9A-F][\w/.~-]*)*$/i;

function decodeRuns(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (run, at: number) => {
    const capital = run.toUpperCase();
    // After a percent sign that stands for itself, a digit would make another octet of it.
    return /%[0-9a-f]?$/i.test(text.slice(Math.max(0, at - 2), at)) ? capital : decodeRun(capital);
  });
}

/** One encoded character of UTF-8, or one octet that is none. */
const encoded =
  /%[0-7][0-9A-F]|%[CD][0-9A-F]%[89AB][0-9A-F]|%E[0-9A-F](?:%[89AB][0-9A-F]){2}|%F[0-7](?:%[89AB][0-9A-F]){3}|%[0-9A-F]{2}/g;

function decodeRun(run: string): string {
  const plain = /^(?:%[89A-F].)+$/.test(run) ? decoded(run) : undefined;
  if (plain !== undefined) return plain;
  return run.replace(encoded, (octets) => decoded(octets) ?? octets);
}

/** Nothing where it is no UTF-8, or holds what has a meaning of its own. */
function decoded(octets: string, kept = meaning): string | undefined {
  try {
    const text = decodeURIComponent(octets);
    return kept.test(text) ? undefined : text;
  } catch {
    return undefined;
  }
}

/** What is reserved (RFC 3986, 2.2), a percent or control sign, or what browsers read as a slash. */
const meaning = /[:/?#[\]@!$&'()*+,;=%\\\p{Cc}]/u;
