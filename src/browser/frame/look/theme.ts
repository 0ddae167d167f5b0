// Runs before the first paint: the host page's font and colours, from the hash and later by message.
import { onHostTold, tellHost } from '../host.ts';
import { isColor } from './color.ts';
import { type Ground, groundOf, type Scheme } from './ground.ts';
import { withGeneric } from './likeness.ts';
import { luminanceOf } from './luminance.ts';

const root = document.documentElement;
const grounds = { light: '#fff', dark: '#161513' };
const memory = 'binh-luan:theme';

const accepts: Record<string, (value: string) => boolean> = {
  font: (value) => /^[\p{L}\p{N}\s"',._-]{1,300}$/u.test(value) && CSS.supports('font-family', value),
  size: (value) => /^(1[2-9]|2[0-4])(\.\d{1,6})?px$/.test(value),
  color: isColor,
  accent: isColor,
};

if (window.parent === window) root.dataset.alone = '';
else followHost();

function followHost(): void {
  apply(recall());
  apply(location.hash.slice(1));
  onHostTold('binh-luan:theme', ({ theme }) => apply(String(theme)));
  // As high as its content it has nothing to scroll; where the host keeps it lower, all of it can still be reached.
  root.style.scrollbarWidth = 'none';
}

/** Of a theme written like a query string, what is safe. */
function apply(theme: string): void {
  const given = new URLSearchParams(theme);
  const ground = groundOf((given.get('background') ?? '').split(';'));
  const scheme = schemeAsked(given) ?? ground?.scheme;
  if (!scheme) return;
  root.dataset.scheme = scheme;
  // Around a frame of another scheme than its page's, browsers let nothing show through.
  tellHost({ type: 'binh-luan:scheme', scheme });
  for (const [name, accept] of Object.entries(accepts)) {
    const value = given.get(name) ?? '';
    put(name, accept(value) ? value : '');
  }
  putGround(ground, scheme);
  dropUnreadable();
  remember(theme);
}

function schemeAsked(given: URLSearchParams): Scheme | undefined {
  const scheme = given.get('scheme');
  return scheme === 'light' || scheme === 'dark' ? scheme : undefined;
}

/** Nothing takes back what was put before. */
function put(name: string, value: string): void {
  root.style.setProperty(`--host-${name}`, value && name === 'font' ? withGeneric(value) : value);
}

/** Where the site asks for the other scheme than its page has, the page's own colours are no help, and ours need a ground. */
function putGround(ground: Ground | undefined, scheme: Scheme): void {
  const isOpposite = ground && ground.scheme !== scheme;
  if (isOpposite) put('color', '');
  put('background', isOpposite ? grounds[scheme] : (ground?.color ?? ''));
}

/** A link colour made for another background would be worse than our own. */
function dropUnreadable(): void {
  const ground = luminanceOf(root.style.getPropertyValue('--host-background'));
  for (const name of ['--host-color', '--host-accent']) {
    const ink = luminanceOf(root.style.getPropertyValue(name));
    const contrast = (Math.max(ink, ground) + 0.05) / (Math.min(ink, ground) + 0.05);
    if (contrast < 4.5) root.style.removeProperty(name);
  }
}

/** For the frame's next page, which has another hash. */
function remember(theme: string): void {
  try {
    sessionStorage.setItem(memory, theme);
  } catch {
    // Storage may be blocked; the host's next message brings the theme again.
  }
}

function recall(): string {
  try {
    return sessionStorage.getItem(memory) ?? '';
  } catch {
    return '';
  }
}
