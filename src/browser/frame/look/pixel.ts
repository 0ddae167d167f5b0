/** What shows of colours that lie on each other, the nearest first, down to one that hides all below it. */
export function pixelOf(layers: readonly string[]): Uint8ClampedArray | undefined {
  const pen = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  if (!pen) return undefined;
  pen.globalCompositeOperation = 'destination-over';
  for (const layer of layers) {
    pen.fillStyle = layer;
    pen.fillRect(0, 0, 1, 1);
  }
  return pen.getImageData(0, 0, 1, 1).data;
}
