import { Parser } from 'htmlparser2';
import { enclosing } from './tags.ts';
import { type Lost, Walk } from './walk.ts';

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
  let tried = withoutOpenTag(html);
  for (;;) {
    const walk = new Walk(breaks);
    const open = parse(tried, walk);
    if (open === undefined) return told(walk, lost);
    tried = tried.replace(new RegExp(`<(?=${open}\\b)`, 'gi'), '&lt;');
  }
}

/** What follows the last tag is text, also where it has an angle bracket. */
function withoutOpenTag(html: string): string {
  const end = html.lastIndexOf('>') + 1;
  return html.slice(0, end) + html.slice(end).replaceAll('<', '&lt;');
}

/** Names what was left open and would take all that follows: that was a word in angle brackets, and no tag. */
function parse(html: string, walk: Walk): string | undefined {
  let open: string | undefined;
  const parser = new Parser({
    onopentag: (name, attributes) => walk.open(name, attributes),
    onclosetag: (name, isImplied) => {
      if (isImplied && enclosing.has(name)) open = name;
      walk.close(name);
    },
    ontext: (text) => walk.text(text),
  });
  parser.end(html);
  return open;
}

function told(walk: Walk, lost: Lost): string {
  lost.images += walk.lost.images;
  lost.frames += walk.lost.frames;
  return walk.toString();
}
