const hex = '#[\\da-f]{3,8}';
const functional = '(?:rgba?|hsla?|lab|lch|oklab|oklch|color)\\([\\w\\s.,%/+-]{1,80}\\)';
const color = new RegExp(`^(?:${hex}|${functional})$`, 'i');

/** Whether a text is a colour, and nothing beside it. */
export function isColor(text: string): boolean {
  return color.test(text) && CSS.supports('color', text);
}
