import { tellHost } from './host.ts';

/** The host page sizes the frame by this. */
export function tellHeight(page: Element): void {
  if (window.parent === window) return;
  new ResizeObserver(() => {
    const height = Math.ceil(page.getBoundingClientRect().height);
    tellHost({ type: 'binh-luan:height', height });
  }).observe(page);
}
