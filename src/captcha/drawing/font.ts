/** The outlines of the characters that answers are made of, as one font draws them; it may lack some. */
export interface Font {
  name: string;
  /** By character: absolute M, L, Q and C commands with whole numbers; capitals are 1000 high, y grows downwards. */
  glyphs: Readonly<Record<string, string>>;
}

export interface Point {
  x: number;
  y: number;
}

/** Closed; the last point is joined to the first. */
export type Contour = readonly Point[];

const stepsOfCurve = 6;
const shortestStep = 140;

const contoursOf = new Map<string, readonly Contour[]>();

/** The outline as short straight steps, so that it can be bent point by point. */
export function contours(outline: string): readonly Contour[] {
  const known = contoursOf.get(outline);
  if (known) return known;
  const read = outline.split('M').filter(Boolean).map(readContour);
  contoursOf.set(outline, read);
  return read;
}

function readContour(commands: string): Contour {
  const points: Point[] = [];
  for (const [, letter, numbers = ''] of `M${commands}`.matchAll(/([MLQC])([-\d ]+)/g)) {
    const given = pairs(numbers.trim().split(' ').map(Number));
    if (letter === 'M') points.push(...given);
    else points.push(...curve([points.at(-1) ?? { x: 0, y: 0 }, ...given]));
  }
  const [first] = points;
  return first ? [...points, ...curve([points.at(-1) ?? first, first]).slice(0, -1)] : [];
}

function pairs(numbers: readonly number[]): Point[] {
  return numbers.flatMap((x, index) => (index % 2 === 0 ? [{ x, y: numbers[index + 1] ?? 0 }] : []));
}

/** Points on a Bézier curve of any degree, without its start. */
function curve(controls: readonly Point[]): Point[] {
  const steps = controls.length > 2 ? stepsOfCurve : straightSteps(controls);
  return Array.from({ length: steps }, (_, index) => pointOn(controls, (index + 1) / steps));
}

function straightSteps([start, end]: readonly Point[]): number {
  if (!start || !end) return 1;
  return Math.max(1, Math.ceil(Math.hypot(end.x - start.x, end.y - start.y) / shortestStep));
}

function pointOn(controls: readonly Point[], t: number): Point {
  const [first] = controls;
  if (controls.length === 1 && first) return first;
  return pointOn(
    controls.slice(1).map((point, index) => {
      const before = controls[index] ?? point;
      return { x: before.x + (point.x - before.x) * t, y: before.y + (point.y - before.y) * t };
    }),
    t,
  );
}
