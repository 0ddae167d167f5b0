import { html } from 'hono/html';
import type { QueuedComment } from '../../../comments/comment.ts';
import { riskLevelOf } from '../../../language/risk.ts';
import type { DeskWording } from '../../desk/wording.ts';
import type { Html } from '../../layout.ts';

/** How likely a comment will not be published: drawn, as a number, and in a word where there is room. */
export function riskMeter(
  { risk, badge }: Pick<QueuedComment, 'risk' | 'badge'>,
  words: DeskWording,
  inWords = false,
): Html {
  if (badge === 'newsroom') return html`<span class="risk"></span>`;
  const level = riskLevelOf(risk);
  const percent = Math.min(99, Math.round(risk * 100));
  return html`<span class="risk ${level}"><svg class="meter" aria-hidden="true"><rect width="100%" height="100%"/><rect class="fill" width="${percent}%" height="100%"/></svg><span class="unseen">${words.risk} </span>${percent}${inWords && html` <span class="level">${words.riskLevel[level]}</span>`}</span>`;
}
