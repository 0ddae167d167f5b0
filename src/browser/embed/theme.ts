/** The font and the colours of a place in the host page, written like a query string that ends with its scheme. */
export function themeOf(place: HTMLElement, link: HTMLElement): string {
  const { fontFamily: font, fontSize: size, color } = getComputedStyle(place);
  // How the host page shows a link there, on the browser's own ground.
  const { color: linked, backgroundColor: canvas } = getComputedStyle(link);
  const { ground, plain } = groundUnder(place, canvas);
  const { accent = linked, theme = '' } = place.dataset;
  const around = ground.reduce((sum, level) => sum + level) < 384 ? 'dark' : 'light';
  const scheme = /^(light|dark)$/.test(theme) ? theme : around;
  const background = plain ? `rgb(${ground})` : '';
  return `${new URLSearchParams({ font, size, color, accent, background, scheme })}`;
}

/** The colours behind a place, down to one that hides all below it, as one; and whether no picture is among them. */
function groundUnder(place: HTMLElement, canvas: string): { ground: Uint8ClampedArray; plain: boolean } {
  const pen = document.createElement('canvas').getContext('2d') as CanvasRenderingContext2D;
  pen.globalCompositeOperation = 'destination-over';
  const paint = (color: string) => {
    pen.fillStyle = color;
    pen.fillRect(0, 0, 1, 1);
  };
  let plain = true;
  for (let layer: HTMLElement | null = place; layer; layer = layer.parentElement) {
    const { backgroundColor, backgroundImage } = getComputedStyle(layer);
    paint(backgroundColor);
    if (backgroundImage !== 'none') plain = false;
    if (!/^rgba|\//.test(backgroundColor)) break;
  }
  paint(canvas);
  return { ground: pen.getImageData(0, 0, 1, 1).data.slice(0, 3), plain };
}
