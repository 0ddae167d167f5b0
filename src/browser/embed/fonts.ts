import { type Framed, tell } from './frame.ts';

/** Gives a frame each file of a font that the page itself has loaded, as far as the page may read them. */
export async function giveFont(one: Framed, family: string): Promise<void> {
  await document.fonts.ready;
  for (const sheet of document.styleSheets) {
    try {
      for (const { cssText } of sheet.cssRules)
        if (cssText.startsWith('@font-face') && cssText.includes(family))
          await give(one, cssText, sheet.href);
    } catch {
      // Of another origin, neither a style sheet nor a font need be readable.
    }
  }
}

async function give(one: Framed, face: string, base: string | null): Promise<void> {
  for (const [, source = ''] of face.matchAll(/url\("?(.*?)"?\)/g)) {
    const { href } = new URL(source, base || location.href);
    if (!performance.getEntriesByName(href)[0]) continue;
    tell(one, { type: 'binh-luan:font', face, bytes: await (await fetch(href)).arrayBuffer() });
  }
}
