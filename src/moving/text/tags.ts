const names = (list: string) => new Set(list.split(' '));

/** Blocks that stand apart by an empty line. */
export const apart = names(
  'address article aside blockquote center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr main nav ol p pre section summary table ul',
);

/** Blocks that begin a line. */
export const closer = names('li tr caption option');

/** What shows something from another address. */
export const framed = names('iframe embed video audio');

/** What holds no text that anybody reads. */
export const silent = names('iframe script style object template head noscript svg math select');

/** Of those, what holds no text even where it has no end. */
export const raw = names('script style iframe');

/** Classes of pictures that stand for a character. */
export const smiley = /(^|[\s_-])(smil\w*|emoji\w*|emoticon\w*|owo\w*|vemoji)/i;
