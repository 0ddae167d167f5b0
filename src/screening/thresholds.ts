import type { Thresholds } from '../filter/rule.ts';
import type { Site } from '../sites/site.ts';

export function thresholdsOf(site: Site): Thresholds {
  return { abuse: site['hold-abuse-at'], spam: site['hold-spam-at'] };
}
