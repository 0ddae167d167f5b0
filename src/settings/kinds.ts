import { z } from 'zod';

/** One value of the claim and its sites, `*` for all of them; the value may hold an equals sign itself. */
export const grant = z
  .string()
  .regex(/^.+=\s*(\*|[a-z0-9-]+(\s*,\s*[a-z0-9-]+)*)\s*$/)
  .transform((text) => {
    const at = text.lastIndexOf('=');
    const sites = splitList(text.slice(at + 1));
    return { value: text.slice(0, at).trim(), sites: sites.includes('*') ? [] : sites };
  });
export const takesGrants =
  'groups and their sites: GROUP=SITE,SITE; GROUP=* (all sites), separated by semicolons';

export function splitList(value: string, by = ','): string[] {
  const parts = value.split(by).map((part) => part.trim());
  return by === ';' ? parts.filter((part) => part !== '') : parts;
}

/** White space around it does not count, nor what a file holds that was made long and never written. */
export function isSecret(text: string): boolean {
  return text.replace(/^[\s\0]+|[\s\0]+$/gu, '').length >= 32;
}

export function isHost(text: string): boolean {
  return !/[\s/?#@\\]/.test(text) && URL.canParse(`http://${text.includes(':') ? `[${text}]` : text}`);
}

export function isIssuer(text: string): boolean {
  const url = URL.parse(text);
  const isLocal = url?.protocol === 'http:' && /^(localhost|127(\.\d+){3}|\[::1\])$/.test(url.hostname);
  return (url?.protocol === 'https:' || isLocal) && !url?.search && !url?.hash && !url?.username;
}

export function isSmtp(text: string): boolean {
  const url = URL.parse(text);
  return /^smtps?:$/.test(url?.protocol ?? '') && url?.hostname !== '';
}
