/** How a place in the host page looks, written like a query string: the frame makes of it what it can use. */
export function themeOf(place: HTMLElement, link: HTMLElement): string {
  const { fontFamily: font, fontSize: size, color } = getComputedStyle(place);
  // How the host page shows a link there, on the browser's own ground.
  const { color: linked, backgroundColor: canvas } = getComputedStyle(link);
  const { accent = linked, theme: scheme = '' } = place.dataset;
  const background = [...layersUnder(place), canvas].join(';');
  return `${new URLSearchParams({ font, size, color, accent, scheme, background })}`;
}

/** What is behind a place, from the nearest on. */
function layersUnder(place: HTMLElement): string[] {
  const layers = [];
  for (let layer: HTMLElement | null = place; layer; layer = layer.parentElement) {
    const { backgroundColor, backgroundImage } = getComputedStyle(layer);
    if (backgroundImage !== 'none') layers.push('picture');
    layers.push(backgroundColor);
  }
  return layers;
}
