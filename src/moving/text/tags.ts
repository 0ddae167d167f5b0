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

/** What takes all that follows it where it has no end; of scripts and the like that is nothing to be read anyway. */
export const enclosing = names(
  'object template head noscript svg math select title textarea xmp plaintext noembed noframes',
);

/** Classes of pictures that stand for a character. */
export const smiley = /(^|[\s_-])(smil\w*|emoji\w*|emoticon\w*|owo\w*|vemoji)/i;
