import { fingerprintOf } from '../../src/comments/comment.ts';
import type { Finding } from '../../src/filter/finding.ts';
import type { Screening } from '../../src/filter/screen.ts';
import type { Dice } from './dice.ts';
import { type Pool, type PooledText, type Sending, screenPooled, toPooled } from './pool.ts';
import { composeTail, type Kind } from './texts.ts';

/** A text as somebody sends it, with what the filter says of it. */
export interface Draft {
  body: string;
  /** What it begins with. */
  head: PooledText;
  fingerprint: string;
  sketch: string;
  hasLinks: 0 | 1;
  screening: Screening;
}

/** How many go on with something else, so that hardly two are the same: advertising and floods do not. */
const goingOn: Readonly<Record<Kind, number>> = {
  honest: 0.92,
  linked: 0.8,
  abuse: 0.7,
  short: 0,
  advert: 0,
  flood: 0,
};
const mostFindings = 4;

/** A text of its kind, worked out from pooled ones; `isFresh` has its sketch worked out from the whole. */
export function composeDraft(kind: Kind, pool: Pool, isFresh: boolean, dice: Dice): Draft {
  const head = dice.pick(pool[kind]);
  const screening = screenPooled(head, pickSending(kind, dice));
  const { body, fingerprint, sketch, hasLinks } = head;
  const draft: Draft = { body, head, fingerprint, sketch, hasLinks, screening };
  const longer = dice.chance(goingOn[kind]) ? joined(draft, dice.pick(pool.honest)) : draft;
  const whole = body.length > 30 && dice.chance(0.35) ? withTail(longer, dice) : longer;
  if (whole === draft) return draft;
  return { ...whole, ...(isFresh ? toPooled(whole.body) : { fingerprint: fingerprintOf(whole.body) }) };
}

function joined(first: Draft, second: PooledText): Draft {
  const [here, there] = [first.screening, screenPooled(second, 'usual')];
  const from = first.body.length + 1;
  const worse = there.risk > here.risk ? there : here;
  const findings = [...here.findings, ...there.findings.map((finding) => moved(finding, from))];
  return {
    ...first,
    body: `${first.body} ${second.body}`,
    sketch: leastOf(first.head.wholeSketch, second.wholeSketch),
    screening: { ...worse, findings: findings.slice(0, mostFindings) },
  };
}

function moved(finding: Finding, by: number): Finding {
  const { start, end } = finding;
  return start === undefined || end === undefined
    ? finding
    : { ...finding, start: start + by, end: end + by };
}

/** A sketch keeps the least values of a text, so that the least of two are those of both together, nearly. */
function leastOf(one: string, other: string): string {
  const values = (sketch: string) => sketch.match(/.{4}/g) ?? [];
  const others = values(other);
  return values(one)
    .map((value, at) => (value < (others[at] ?? value) ? value : (others[at] ?? value)))
    .join('');
}

/** A sentence of their own, behind all that a finding points at. */
function withTail(draft: Draft, dice: Dice): Draft {
  return { ...draft, body: `${draft.body} ${composeTail(dice)}` };
}

function pickSending(kind: Kind, dice: Dice): Sending {
  if (kind === 'flood') return dice.chance(0.7) ? 'similar' : 'repeated';
  return dice.pickBy({ usual: 920, hasty: 18, busy: 12, repeated: 10, similar: 15, byWork: 20, byEar: 5 });
}
