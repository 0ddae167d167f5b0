/** A logit, whether it was right, and how much the comment counts. */
export interface Observation {
  logit: number;
  bad: boolean;
  weight: number;
}

/** Platt's scaling, fitted by Newton's method: the probability is 1 / (1 + e^-(slope * logit + offset)). */
export function calibrate(observations: readonly Observation[]): { slope: number; offset: number } {
  let [slope, offset] = [1, 0];
  for (let round = 0; round < 30; round++) {
    const [dSlope, dOffset] = newtonStep(observations, slope, offset);
    slope -= dSlope;
    offset -= dOffset;
  }
  return { slope, offset };
}

function newtonStep(observations: readonly Observation[], slope: number, offset: number): [number, number] {
  let [g, h, gg, gh, hh] = [0, 0, 1e-9, 0, 1e-9];
  for (const { logit, bad, weight } of observations) {
    const p = 1 / (1 + Math.exp(-(slope * logit + offset)));
    const error = weight * (p - (bad ? 1 : 0));
    const curve = weight * p * (1 - p);
    g += error * logit;
    h += error;
    gg += curve * logit * logit;
    gh += curve * logit;
    hh += curve;
  }
  const determinant = gg * hh - gh * gh;
  return [(g * hh - h * gh) / determinant, (h * gg - g * gh) / determinant];
}
