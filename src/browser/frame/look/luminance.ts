/** WCAG's relative luminance of any colour that CSS can write; NaN for none. */
export function luminanceOf(color: string): number {
  const pen = document.createElement('canvas').getContext('2d');
  if (!pen || !color) return Number.NaN;
  pen.fillStyle = color;
  pen.fillRect(0, 0, 1, 1);
  const [r = 0, g = 0, b = 0] = [...pen.getImageData(0, 0, 1, 1).data].map((level) => {
    const share = level / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
