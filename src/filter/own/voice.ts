import type { Model } from '../model/packed.ts';
import type { Joint } from '../risk.ts';

/** A site's own model where it speaks in place of the shipped ones. */
export interface Voice {
  /** What its words say. */
  model: Model;
  /** How that is weighed with what the shipped models say and what the rules found. */
  joint: Joint;
  /** The risk, 0..1, above which a comment is held; null where it leaves that to the shipped models. */
  holdAbove: number | null;
}
