import type { Element } from '../read/xml.ts';

/** The text of the first child of this name, trimmed; nothing where there is none, or nothing in it. */
export function textOf(element: Element | undefined, name: string): string | undefined {
  return childOf(element, name)?.text.trim() || undefined;
}

export function childOf(element: Element | undefined, name: string): Element | undefined {
  return element?.children.find((child) => child.name === name);
}
