import { tellHost } from '../host.ts';

let asked = '';

/** Asks for the first font of the host page's list, once. */
export function askFont(): void {
  const [first = ''] = document.documentElement.style.getPropertyValue('--host-font').split(',');
  const family = first.replace(/["']/g, '').trim();
  if (!family || family === asked) return;
  asked = family;
  tellHost({ type: 'binh-luan:font', family });
}
