/** The font and the colours of a place in the host page, written like a query string that ends with its scheme. */
export function themeOf(place: HTMLElement): string {
  const { color: accent, backgroundColor: canvas } = linkIn(place);
  const { layers, plain } = layersUnder(place);
  const [r, g, b] = painted([canvas, ...layers]);
  const background = plain ? `rgb(${[r, g, b]})` : '';
  const scheme = r + g + b < 384 ? 'dark' : 'light';
  const { fontFamily: font, fontSize: size, color } = getComputedStyle(place);
  return new URLSearchParams({ font, size, color, accent, background, scheme }).toString();
}

/** How the host page shows a link there, on the browser's own ground. */
function linkIn(place: HTMLElement): { color: string; backgroundColor: string } {
  const link = document.createElement('a');
  link.href = '#';
  link.style.background = 'Canvas';
  place.append(link);
  const { color, backgroundColor } = getComputedStyle(link);
  link.remove();
  return { color, backgroundColor };
}

/** The backgrounds behind a place, the lowest first, down to one that hides all below it. */
function layersUnder(place: HTMLElement): { layers: string[]; plain: boolean } {
  let plain = true;
  const layers: string[] = [];
  for (let layer: HTMLElement | null = place; layer; layer = layer.parentElement) {
    const { backgroundColor, backgroundImage } = getComputedStyle(layer);
    if (backgroundImage !== 'none') plain = false;
    layers.unshift(backgroundColor);
    if (!/^rgba|\//.test(backgroundColor)) break;
  }
  return { layers, plain };
}

/** Colours one over the other, in whatever notation, as red, green and blue. */
function painted(layers: readonly string[]): [r: number, g: number, b: number] {
  const pen = document.createElement('canvas').getContext('2d');
  if (!pen) throw layers;
  for (pen.fillStyle of layers) pen.fillRect(0, 0, 1, 1);
  const [r = 0, g = 0, b = 0] = pen.getImageData(0, 0, 1, 1).data;
  return [r, g, b];
}
