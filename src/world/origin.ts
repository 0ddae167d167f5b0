/**
 * Whether a text is an origin as browsers write it: scheme, host and port, and no sign that a header would read as more
 * than a name (`*` and `;` may stand in the host of a URL).
 */
export function isOrigin(text: string): boolean {
  return /^https?:\/\/([\w-]+(\.[\w-]+)*\.?|\[[0-9a-f:.]+\])(:\d+)?$/.test(text);
}

/** The origin of an address that is nothing more: no path, no query, no user. */
export function plainOrigin(address: string): string | undefined {
  if (!/^https?:\/\/[^\s/?#@\\]+\/?$/i.test(address) || !URL.canParse(address)) return undefined;
  const { origin } = new URL(address);
  return isOrigin(origin) ? origin : undefined;
}

/** An address without its final slash that is an origin and at most a path below it: no query, no user. */
export function plainAddress(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const { origin, pathname, href } = new URL(address);
  const isPlain = isOrigin(origin) && href === origin + pathname && /^(\/[\w.~%-]+)*\/?$/.test(pathname);
  return isPlain ? origin + pathname.replace(/\/$/, '') : undefined;
}
