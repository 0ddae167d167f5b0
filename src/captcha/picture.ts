import svgCaptcha from 'svg-captcha';

export interface Picture {
  contentType: string;
  bytes: Uint8Array;
  /** In CSS pixels. */
  width: number;
  height: number;
}

const size = { width: 220, height: 70 };

/** The library's types leave out that it can be called with a text of ours. */
const drawText = svgCaptcha as unknown as (text: string, options: object) => string;

/** Draws a text that was chosen elsewhere: the library's own texts come from a predictable generator. */
export function drawPicture(text: string): Picture {
  const svg = drawText(text, { ...size, fontSize: 64, noise: 2, color: true, background: '#f4f1e8' });
  return { contentType: 'image/svg+xml', bytes: new TextEncoder().encode(svg), ...size };
}
