import type { Decision } from './ask.ts';

/** One decision made here by hand, in flight or answered, and for each comment what puts its card back. */
export interface Step {
  answer: Promise<Pick<Decision, 'id'> | undefined>;
  id?: string;
  order: number;
  taken: Map<string, () => void>;
}

const most = 20;
const place = `binh-luan:desk:steps:${document.querySelector<HTMLElement>('#main')?.dataset.moderator}`;

let made = 0;

/** The latest last; those from before the page was loaded are known by their ids alone. */
const steps: Step[] = readIds().map(stepOf);

function readIds(): string[] {
  return JSON.parse(sessionStorage.getItem(place) ?? '[]');
}

function stepOf(id: string): Step {
  return { id, answer: Promise.resolve({ id }), order: nextOrder(), taken: new Map() };
}

function nextOrder(): number {
  made += 1;
  return made;
}

export function remember(answer: Promise<Decision | undefined>): Step {
  const step: Step = { answer, order: nextOrder(), taken: new Map() };
  steps.push(step);
  answer.then((decision) => {
    if (decision?.id) step.id = decision.id;
    keep();
  });
  return step;
}

/** A decision of which the page itself tells, made on the page before. */
export function rememberTold(id: string): void {
  if (steps.some((step) => step.id === id)) return;
  steps.push(stepOf(id));
  keep();
}

export function takeLast(): Step | undefined {
  const step = steps.pop();
  keep();
  return step;
}

/** A step that could not be undone stands again where it was made. */
export function putBack(step: Step): void {
  steps.push(step);
  steps.sort((one, other) => one.order - other.order);
  keep();
}

export function forget(id: string): void {
  const at = steps.findIndex((step) => step.id === id);
  if (at >= 0) steps.splice(at, 1);
  keep();
}

function keep(): void {
  const ids = steps.flatMap(({ id }) => id ?? []).slice(-most);
  sessionStorage.setItem(place, JSON.stringify(ids));
}
