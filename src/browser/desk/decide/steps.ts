/** Something done here by hand, in flight or answered, that can be taken back. */
export interface Step {
  /** Where it is taken back, once that is known: `decisions/ID`, or `acts/ID`. */
  answer: Promise<string | undefined>;
  place?: string;
  order: number;
}

const most = 50;
const storedAt = `binh-luan:desk:steps:${document.querySelector<HTMLElement>('#main')?.dataset.moderator}`;

let made = 0;

/** The latest last; those from before the page was loaded are known by their places alone. */
const steps: Step[] = readPlaces().map(stepOf);

function readPlaces(): string[] {
  return JSON.parse(sessionStorage.getItem(storedAt) ?? '[]');
}

function stepOf(place: string): Step {
  return { place, answer: Promise.resolve(place), order: nextOrder() };
}

function nextOrder(): number {
  made += 1;
  return made;
}

/** Remembers what was just done, though its answer is yet to come; what comes to nothing is forgotten. */
export function remember(answer: Promise<string | undefined>): Step {
  const step: Step = { answer, order: nextOrder() };
  steps.push(step);
  answer.then((place) => {
    if (place) step.place = place;
    else forget(step);
    keep();
  });
  return step;
}

/** Something that the page itself tells of, done on the page before. */
export function rememberTold(place: string): void {
  if (steps.some((step) => step.place === place)) return;
  steps.push(stepOf(place));
  keep();
}

export function takeLast(): Step | undefined {
  const step = steps.pop();
  keep();
  return step;
}

export function take(place: string): Step {
  const at = steps.findIndex((step) => step.place === place);
  const [step] = at >= 0 ? steps.splice(at, 1) : [];
  keep();
  return step ?? stepOf(place);
}

/** A step that could not be undone stands again where it was made. */
export function putBack(step: Step): void {
  steps.push(step);
  steps.sort((one, other) => one.order - other.order);
  keep();
}

function forget(step: Step): void {
  const at = steps.indexOf(step);
  if (at >= 0) steps.splice(at, 1);
}

function keep(): void {
  const places = steps.flatMap(({ place }) => place ?? []).slice(-most);
  sessionStorage.setItem(storedAt, JSON.stringify(places));
}
