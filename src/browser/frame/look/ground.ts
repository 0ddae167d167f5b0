import { isColor } from './color.ts';
import { pixelOf } from './pixel.ts';

export type Scheme = 'light' | 'dark';

/** What is behind the frame: as one colour, unless there is more than colours. */
export interface Ground {
  scheme: Scheme;
  color: string;
}

/** Of what the host page has there, the nearest first, down to what hides all below it. */
export function groundOf(layers: readonly string[]): Ground | undefined {
  const seen = layers.slice(0, layers.findIndex(hidesOthers) + 1);
  const colors = seen.filter(isColor);
  const pixel = colors[0] && pixelOf(colors);
  if (!pixel) return undefined;
  const levels = [...pixel].slice(0, 3);
  const scheme = levels.reduce((sum, level) => sum + level) < 384 ? 'dark' : 'light';
  return { scheme, color: colors.length === seen.length ? `rgb(${levels})` : '' };
}

/** Colours as the browser says them: with their opacity only where they have less than all. */
function hidesOthers(layer: string): boolean {
  return isColor(layer) && !/^rgba|\//.test(layer);
}
