import type { FromHost } from '../host.ts';

type GivenFont = Extract<FromHost, { type: 'binh-luan:font' }>;

const most = { files: 12, bytes: 2_000_000 };
const taken = new Set<string>();

/** Loads a font that the host page gives, so that nothing is asked of anybody. What is none is left out. */
export async function takeFont({ face, bytes }: GivenFont): Promise<void> {
  const given = String(face);
  const isFile = bytes instanceof ArrayBuffer && bytes.byteLength <= most.bytes;
  if (!isFile || taken.has(given) || taken.size >= most.files) return;
  taken.add(given);
  const font = fontOf(given, bytes);
  const isLoaded = await font?.load().catch(() => undefined);
  if (font && isLoaded) document.fonts.add(font);
}

function fontOf(face: string, bytes: ArrayBuffer): FontFace | undefined {
  const style = styleOf(face);
  const family = style?.getPropertyValue('font-family');
  return style && family ? new FontFace(unquoted(family), bytes, describe(style)) : undefined;
}

/** What an `@font-face` says, as the browser reads it. */
function styleOf(face: string): CSSStyleDeclaration | undefined {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(face);
  const [rule] = sheet.cssRules;
  return rule instanceof CSSFontFaceRule ? rule.style : undefined;
}

function describe(style: CSSStyleDeclaration): FontFaceDescriptors {
  const said = (name: string, usual: string) => style.getPropertyValue(name) || usual;
  return {
    weight: said('font-weight', 'normal'),
    style: said('font-style', 'normal'),
    stretch: said('font-stretch', 'normal'),
    unicodeRange: said('unicode-range', 'U+0-10FFFF'),
    display: 'swap',
  };
}

function unquoted(family: string): string {
  return family.replace(/^["']|["']$/g, '');
}
