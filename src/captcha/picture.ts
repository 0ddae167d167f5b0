import svgCaptcha from 'svg-captcha';

export interface Picture {
  contentType: string;
  bytes: Uint8Array;
  /** In CSS pixels. */
  width: number;
  height: number;
}

const size = { width: 220, height: 70 };

/** Light under the library's dark greys, so that it can be read on a dark page too. */
const paper = '<rect width="100%" height="100%" fill="#f4f1e8"/>';

/** The library's types leave out that it can be called with a text of ours. */
const drawText = svgCaptcha as unknown as (text: string, options: object) => string;

/** Draws a text that was chosen elsewhere: the library's own texts come from a predictable generator. */
export function drawPicture(text: string): Picture {
  const svg = drawText(text, { ...size, fontSize: 64, noise: 2 }).replace('>', `>${paper}`);
  return { contentType: 'image/svg+xml', bytes: new TextEncoder().encode(svg), ...size };
}
