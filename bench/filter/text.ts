import { read } from '../../src/filter/reading.ts';

const readings = new Map<string, string>();

/** What the models are given of a comment: the same reading that the filter gives them. */
export function textOf(comment: string): string {
  const text = readings.get(comment) ?? read(comment).canonical;
  readings.set(comment, text);
  return text;
}
