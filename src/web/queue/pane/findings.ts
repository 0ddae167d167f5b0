import { html } from 'hono/html';
import type { QueuedComment } from '../../../comments/comment.ts';
import type { Finding } from '../../../filter/finding.ts';
import type { Language } from '../../../language/language.ts';
import { excerptOf } from '../../body.ts';
import type { DeskWording } from '../../desk/wording.ts';
import type { Html } from '../../layout.ts';
import { ruleChip } from '../../rule-names.ts';

/**
 * Every reason once, with all the words that it is about; only remarks where nothing holds the comment. What the newsroom
 * wrote itself no filter has read.
 */
export function findingsOf(
  { findings, body, edited, badge }: QueuedComment,
  language: Language,
  words: DeskWording,
): Html {
  if (badge === 'newsroom') return html``;
  const held = findings.some(({ verdict }) => verdict !== 'pass');
  const alike = Map.groupBy(findings, ({ rule, message }) => `${rule} ${message[language]}`);
  const text = edited?.body ?? body;
  return html`<section class="block reasons"><h3>${held ? words.findings : words.remarks}</h3>
<ul class="why">${
    findings.length > 0
      ? [...alike.values()].map((same) => finding(same, text, language))
      : html`<li><span class="chip clean">${words.noSuspicion}</span><span>${words.noFindings}</span></li>`
  }</ul></section>`;
}

function finding(same: readonly Finding[], body: string, language: Language): Html {
  const [first] = same;
  const excerpts = new Set(same.map((one) => excerptOf(body, one)).filter((excerpt) => excerpt));
  return html`<li>${ruleChip(first?.rule ?? '', language)}<span>${first?.message[language]}${[...excerpts].map((excerpt) => html` <q>${excerpt}</q>`)}</span></li>`;
}
