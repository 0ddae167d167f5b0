/** A list of fonts that ends with one of every system: where it names none, the one that its first is like. */
export function withGeneric(fonts: string): string {
  if (/(^|,)\s*(ui-)?(serif|sans-serif|monospace|rounded|system-ui|cursive|fantasy)\s*$/i.test(fonts))
    return fonts;
  return `${fonts}, ${likenessOf(fonts)}`;
}

function likenessOf(fonts: string): 'serif' | 'sans-serif' | 'monospace' {
  if (/mono|code|courier|consol|typewriter/i.test(fonts)) return 'monospace';
  return serifs.test(fonts) && !/sans/i.test(fonts) ? 'serif' : 'sans-serif';
}

const serifs =
  /serif|slab|times|georgia|garamond|playfair|merriweather|lora|baskerville|bodoni|palatino|roman|antiqua|book|literata|cambria|newsreader|spectral|bitter|crimson|caslon|didot|tinos|charter/i;
