import { setStyle } from './frame.ts';

/** Brings a part of a frame in sight, well below what a page may keep at the window's upper edge. */
export function show(frame: HTMLElement, top: number): void {
  setStyle(frame, 'scroll-margin-top', `calc(15vh - ${top}px)`);
  frame.scrollIntoView({ behavior: 'instant' });
}
