import type { Finding } from './finding.ts';

/** Which comments a site holds for their risk, compared with what it got of late. */
export interface Riskiest {
  /** In per cent. */
  share: number;
  /** The risk, 0..1, that only such a share of the latest comments had more of. */
  above: number;
}

/** It says nothing of what a comment is, so it weighs nothing. */
export function amongRiskiest(risk: number, riskiest: Riskiest | null): Finding[] {
  if (!riskiest || risk <= riskiest.above) return [];
  const { share } = riskiest;
  const message = {
    vi: `Thuộc ${String(share).replace('.', ',')}% bình luận rủi ro nhất gần đây của trang.`,
    en: `Among the riskiest ${share}% of this site’s latest comments.`,
  };
  return [{ rule: 'riskiest', verdict: 'hold', message }];
}
