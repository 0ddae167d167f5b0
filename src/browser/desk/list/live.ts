// What happens to the list meanwhile: new comments are announced, never pushed in; decided ones turn grey.
import { home } from '../../home.ts';
import { renew } from '../pane/keep.ts';
import { isShown } from '../pane/show.ts';
import { asModerator, offerSignIn } from '../session/sign-in.ts';
import { say, tell, timeOf } from '../words.ts';
import { markClaim, markGone } from './marks.ts';
import { isBusy, isOpen, list, rowOf, rows } from './rows.ts';

interface Standing {
  id: string;
  version: number;
  state: string;
  decidedBy: string | null;
  action: string | null;
  claimedBy: string | null;
}

interface Changes {
  newer: number;
  counts: Record<string, number>;
  apart: number;
  reported: number;
  appeals?: number;
  trusted?: number;
  comments: Standing[];
}

const everyMs = 8000;
const staleMs = 30_000;
let etag = '';
let asking = false;
let answeredAt = Date.now();
let toldStale = false;

/** Asks every few seconds while the page is looked at, where nothing is left too. */
export function keepLive(): void {
  if (!list.dataset.since) return;
  setInterval(() => document.visibilityState === 'visible' && refresh(), everyMs);
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && refresh());
}

/** Asks once, and shows what changed. */
export async function refresh(): Promise<void> {
  if (asking || !list.dataset.since) return;
  asking = true;
  try {
    const answer = await fetch(`${home}api/v1/queue/changes?${queryOf()}`, {
      headers: { 'if-none-match': etag, ...asModerator },
    });
    if (answer.status === 401) offerSignIn();
    if (answer.status === 200) show(await answer.json());
    if (answer.ok) etag = answer.headers.get('etag') ?? '';
    if (answer.ok || answer.status === 304) tellAnswered();
    else tellStale();
  } catch {
    tellStale();
  } finally {
    asking = false;
  }
}

function queryOf(): URLSearchParams {
  const query = new URLSearchParams(list.dataset.filter);
  query.delete('sort');
  query.set('since', list.dataset.since ?? '');
  const open = rows().filter(isOpen);
  query.set(
    'ids',
    open
      .slice(0, 100)
      .map(({ dataset }) => dataset.id)
      .join(','),
  );
  return query;
}

function tellAnswered(): void {
  answeredAt = Date.now();
  if (toldStale) tell(say('fresh'));
  toldStale = false;
}

function tellStale(): void {
  if (toldStale || Date.now() - answeredAt < staleMs) return;
  toldStale = true;
  tell(say('stale', { when: timeOf(answeredAt, false) }));
}

function show({ newer, counts, apart, reported, appeals, trusted, comments }: Changes): void {
  const all: Record<string, number | undefined> = { ...counts, apart, reported, appeals, trusted };
  for (const [tab, count] of Object.entries(all)) {
    const place = document.querySelector(`[data-count=${tab}]`);
    if (place && count !== undefined) place.textContent = number(count);
  }
  const here = all[list.dataset.tab ?? ''];
  if (here !== undefined) document.title = document.title.replace(/^(\([^)]*\) )?/, `(${number(here)}) `);
  const link = document.querySelector<HTMLAnchorElement>('#newer');
  if (link) {
    link.hidden = newer === 0;
    link.textContent = say('newer', { n: newer });
  }
  for (const standing of comments) showStanding(standing);
}

function number(count: number): string {
  return count.toLocaleString(document.documentElement.lang);
}

function showStanding(standing: Standing): void {
  const row = rowOf(standing.id);
  if (!row || !isOpen(row) || isBusy(row)) return;
  if (standing.version <= Number(row.dataset.version)) markClaim(row, standing.claimedBy);
  else if (standing.state === row.dataset.state && !isKept(standing)) changed(row);
  else markGone(row, { state: standing.state, by: standing.decidedBy });
}

/** A colleague kept what is in a list to be looked at although it is published. */
function isKept({ action }: Standing): boolean {
  return action === 'publish' && ['reported', 'trusted'].includes(list.dataset.tab ?? '');
}

/** Somebody changed its words: where it is not in view, it is shown so from now on. */
function changed(row: HTMLElement): void {
  if (!isShown(row)) renew(row);
}
