import { space } from './letters.ts';

/** A text as units between two spaces, runs shortened; one place more than units: where the last one ends. */
export interface View {
  units: Uint16Array;
  places: Uint32Array;
  length: number;
}

export function emptyView(): View {
  return { units: new Uint16Array(1024), places: new Uint32Array(1024), length: 0 };
}

/** Fills `view` with the text seen through `fold`; of one unit repeated it keeps `longest`, of spaces one. */
export function fill(view: View, text: string, fold: Uint16Array, longest: number): void {
  makeRoom(view, text.length + 3);
  const { units, places } = view;
  let last = space;
  let run = 1;
  let length = 1;
  units[0] = space;
  places[0] = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const unit = code < fold.length ? (fold[code] ?? code) : code;
    run = unit === last ? run + 1 : 1;
    last = unit;
    if (run > longest || (unit === space && run > 1)) continue;
    units[length] = unit;
    places[length++] = at;
  }
  units[length] = space;
  places[length] = text.length;
  places[length + 1] = text.length;
  view.length = last === space ? length : length + 1;
}

function makeRoom(view: View, length: number): void {
  if (view.units.length >= length) return;
  view.units = new Uint16Array(length * 2);
  view.places = new Uint32Array(length * 2);
}
