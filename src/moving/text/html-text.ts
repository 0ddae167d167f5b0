import { Parser } from 'htmlparser2';
import { isHidden, type Lost, Walk } from './walk.ts';

interface How {
  /** Whether a line end is one, as WordPress takes it. */
  breaks?: boolean;
  lost?: Lost;
}

/** What a person would have typed for a piece of HTML. */
export function htmlToText(
  html: string,
  { breaks = false, lost = { images: 0, frames: 0 } }: How = {},
): string {
  const walk = new Walk(breaks, false);
  if (!parse(html, walk)) return told(walk, lost);
  const open = new Walk(breaks, true);
  parse(html, open);
  return told(open, lost);
}

/** Whether something that hides what it holds was left open: that is a word in angle brackets, and hides nothing. */
function parse(html: string, walk: Walk): boolean {
  let leftOpen = false;
  const parser = new Parser({
    onopentag: (name, attributes) => walk.open(name, attributes),
    onclosetag: (name, isImplied) => {
      if (isImplied && isHidden(name)) leftOpen = true;
      walk.close(name);
    },
    ontext: (text) => walk.text(text),
  });
  parser.end(html);
  return leftOpen;
}

function told(walk: Walk, lost: Lost): string {
  lost.images += walk.lost.images;
  lost.frames += walk.lost.frames;
  return walk.toString();
}
