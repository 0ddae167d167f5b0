import type { Contour, Point } from './font.ts';

const sidesOfJoint = 8;
const directions = Array.from({ length: sidesOfJoint }, (_, side) => {
  const angle = (2 * Math.PI * side) / sidesOfJoint;
  return { x: Math.cos(angle), y: Math.sin(angle) };
});

/** A line of some thickness through the points, as contours to be filled: a bar for each step, and round joints. */
export function stroke(points: readonly Point[], thickness: number): Contour[] {
  const half = thickness / 2;
  return points.flatMap((point, index) => {
    const next = points[index + 1];
    const bars = next ? [bar(point, next, half)] : [];
    return [...bars, disc(point, half)];
  });
}

export function closedStroke(contour: Contour, thickness: number): Contour[] {
  const [first] = contour;
  return first ? stroke([...contour, first], thickness) : [];
}

function bar(from: Point, to: Point, half: number): Contour {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const x = ((to.y - from.y) / length) * half;
  const y = ((from.x - to.x) / length) * half;
  return [
    { x: from.x + x, y: from.y + y },
    { x: to.x + x, y: to.y + y },
    { x: to.x - x, y: to.y - y },
    { x: from.x - x, y: from.y - y },
  ];
}

function disc(centre: Point, half: number): Contour {
  return directions.map(({ x, y }) => ({ x: centre.x + half * x, y: centre.y + half * y }));
}
