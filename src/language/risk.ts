export type RiskLevel = 'low' | 'middle' | 'high';

/** What the desk calls a risk, from 0 to 1. */
export function riskLevelOf(risk: number): RiskLevel {
  return risk < 0.3 ? 'low' : risk < 0.7 ? 'middle' : 'high';
}
