import { linkMark } from '../../store/comments/search-text.ts';
import { endImportAct, type ImportAct } from '../../store/foreign/import-acts.ts';
import { findSamples, isUnused, sampleSource } from '../../store/foreign/samples.ts';
import { type Imported, writeImported } from '../../store/foreign/written-imports.ts';
import { growingId } from '../../world/random.ts';
import type { ActWorld } from '../../world/world.ts';
import { type Sample, samples } from './texts.ts';

const site = 'demo';
/** What the first-run page shows. */
export const sampleArticle = {
  key: '/hoi-nghi-truc-tuyen-cai-cach-hanh-chinh-2018',
  title: 'Hội nghị trực tuyến triển khai công tác cải cách hành chính năm 2018',
};
const minuteMs = 60_000;

/**
 * Puts samples under the article of the first-run page, by an act of the service that is undone as a whole: where nobody
 * has an account, nobody ever wrote anything, and there never were any. Whether it did.
 */
export async function addSamples(world: ActWorld): Promise<boolean> {
  const { database, now } = world;
  if (!(await isUnused(database))) return false;
  const act: ImportAct = {
    ...{ id: growingId(world), site, source: sampleSource, file: 'demo', access: 'service' },
    createdAt: now(),
  };
  const rows = samples.map((sample) => toImported(sample, act.createdAt));
  const nothing = {
    comments: new Map(),
    emptied: new Set<string>(),
    articles: new Set<string>(),
    undone: false,
  };
  await writeImported(database, act, rows, nothing);
  await endImportAct(database, act.id, now());
  return true;
}

/** Whether any of them is there still. */
export async function hasSamples({ database }: Pick<ActWorld, 'database'>): Promise<boolean> {
  return (await findSamples(database)) !== undefined;
}

/** The samples have an id that no comment of a reader has. */
function idOf(name: string): string {
  return `sample-${name}`;
}

function toImported(sample: Sample, now: number): Imported {
  const { name, answers, author, body, minutesAgo, likes = 0, badge = null, picked = false } = sample;
  return {
    sourceId: name,
    closed: false,
    comment: {
      ...{ id: idOf(name), site, article: sampleArticle.key, parentId: answers ? idOf(answers) : null },
      ...{ author, email: null, body, state: 'published', version: 1 },
      ...{ risk: 0, shippedRisk: null, learnedRisk: null, judgeVerdict: null, judgeMs: null },
      ...{ sender: '', fingerprint: '', sketch: '', lesson: null, hasLinks: linkMark(body) === 1 },
      ...{ articleTitle: sampleArticle.title, articleUrl: '', apart: false, appeal: null, appealedAt: null },
      ...{ badge, likes, pickedAt: picked ? now - (minutesAgo - 10) * minuteMs : null, consent: null },
      ...{ trusted: false, reviewedBy: null, mailbox: null, findings: [] },
      createdAt: now - minutesAgo * minuteMs,
    },
  };
}
