/** Mistakes that real exports have, and that cost nothing: what is meant stays as it is written. */
const harmless = /unbound namespace prefix|undefined entity|malformed character entity|"\]\]>" is disallowed/;

export function isHarmless({ message }: Error): boolean {
  return harmless.test(message);
}

/** One sentence for what a parser says, at the end of the file or before it. */
export function explain({ message }: Error, ended: boolean, inside: string | undefined): string {
  if (ended)
    return `the file was cut: ${inside ? `it ends inside <${inside}>` : 'it ends before its first element'}`;
  return `the file is not well-formed XML, or was altered, at line ${message.replace(/\.$/, '')}`;
}
