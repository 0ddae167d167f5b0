// Runs before the first paint: the host page's font and colours, from the hash and later by message.
import { onHostTold } from '../host.ts';
import { withGeneric } from './likeness.ts';
import { luminanceOf } from './luminance.ts';

const root = document.documentElement;
const hex = '#[\\da-f]{3,8}';
const functional = '(?:rgba?|hsla?|lab|lch|oklab|oklch|color)\\([\\w\\s.,%/+-]{1,80}\\)';
const color = new RegExp(`^(?:${hex}|${functional})$`, 'i');
const isColor = (value: string) => color.test(value) && CSS.supports('color', value);
const grounds = { light: '#fff', dark: '#161513' };
const memory = 'binh-luan:theme';

const accepts: Record<string, (value: string) => boolean> = {
  font: (value) => /^[\p{L}\p{N}\s"',._-]{1,300}$/u.test(value) && CSS.supports('font-family', value),
  size: (value) => /^(1[2-9]|2[0-4])(\.\d{1,6})?px$/.test(value),
  color: isColor,
  background: isColor,
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
  const scheme = given.get('scheme');
  if (scheme !== 'light' && scheme !== 'dark') return;
  root.dataset.scheme = scheme;
  for (const [name, accept] of Object.entries(accepts)) {
    const value = given.get(name) ?? '';
    if (accept(value)) root.style.setProperty(`--host-${name}`, name === 'font' ? withGeneric(value) : value);
    else root.style.removeProperty(`--host-${name}`);
  }
  dropOpposite(scheme);
  dropUnreadable();
  remember(theme);
}

/** Where the site asks for the other scheme than its page has, the page's own colours are no help, and ours need a ground. */
function dropOpposite(scheme: 'light' | 'dark'): void {
  const levels = root.style.getPropertyValue('--host-background').match(/\d+/g);
  if (!levels || schemeOn(levels.map(Number)) === scheme) return;
  root.style.removeProperty('--host-color');
  root.style.setProperty('--host-background', grounds[scheme]);
}

/** As the host's script judges. */
function schemeOn(levels: readonly number[]): 'light' | 'dark' {
  return levels.reduce((sum, level) => sum + level) < 384 ? 'dark' : 'light';
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
