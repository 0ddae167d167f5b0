import { pixelOf } from './pixel.ts';

/** WCAG's relative luminance of any colour that CSS can write; NaN for none. */
export function luminanceOf(color: string): number {
  const pixel = color ? pixelOf([color]) : undefined;
  if (!pixel) return Number.NaN;
  const [r = 0, g = 0, b = 0] = [...pixel].map((level) => {
    const share = level / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
