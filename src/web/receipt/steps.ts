import { html } from 'hono/html';
import type { Html } from '../layout.ts';
import { renderTime } from '../time.ts';
import type { ReceiptView } from '../views.ts';
import type { ReceiptWording } from './wording.ts';

interface Step {
  label: string;
  /** When it was, or what is to be known of it. */
  more?: Html | string | null;
  /** Done or good news, or bad news; neither for what is open or to come. */
  tone?: 'good' | 'bad';
}

/** The way of a comment up to where it stands, and what comes then. */
export function receiptSteps(view: ReceiptView, words: ReceiptWording): Html {
  const { past, now, next } = journey(view, words.steps, words);
  return html`<ol class="steps" aria-label="${words.steps.title}">
${[...past, now, ...next].map((step) => html`<li${step.tone && html` class="${step.tone}"`}${step === now && html` aria-current="step"`}><b>${step.label}</b>${step.more && html`<p class="hint">${step.more}</p>`}</li>\n`)}</ol>`;
}

type Steps = ReceiptWording['steps'];

interface Journey {
  past: Step[];
  now: Step;
  next: Step[];
}

function journey(view: ReceiptView, steps: Steps, words: ReceiptWording): Journey {
  const past = before(view, steps);
  switch (view.state) {
    case 'pending':
      return { past, now: waiting(view, steps), next: [{ label: steps.toCome, more: steps.resultHere }] };
    case 'published':
      return {
        past: [...past, judged(view, steps)],
        now: { label: steps.published, tone: 'good' },
        next: [],
      };
    case 'withdrawn':
      return { past, now: { label: view.erased ? steps.erased : steps.withdrawn }, next: [] };
    default:
      return { past: [...past, judged(view, steps)], now: refused(view, steps, words), next: [] };
  }
}

function before({ createdAt, appeal, site: { language } }: ReceiptView, steps: Steps): Step[] {
  const received: Step = { label: steps.received, more: renderTime(createdAt, language), tone: 'good' };
  if (!appeal) return [received];
  return [
    received,
    { label: steps.refusedBefore, tone: 'bad' },
    { label: steps.appealed, more: renderTime(appeal.at, language), tone: 'good' },
  ];
}

function waiting({ appeal }: ReceiptView, steps: Steps): Step {
  return { label: appeal ? steps.waitsAgain : steps.waits, more: steps.comeBack };
}

function judged({ appeal, decidedAt, site: { language } }: ReceiptView, steps: Steps): Step {
  if (decidedAt === null) return { label: steps.checked, tone: 'good' };
  return {
    label: appeal ? steps.readAgain : steps.read,
    more: renderTime(decidedAt, language),
    tone: 'good',
  };
}

function refused({ appeal, reason }: ReceiptView, steps: Steps, words: ReceiptWording): Step {
  return {
    label: appeal ? steps.stillRefused : steps.refused,
    more: reason && html`${words.reason}: ${reason}`,
    tone: 'bad',
  };
}
