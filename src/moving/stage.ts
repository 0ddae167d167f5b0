import { countCharacters } from '../comments/comment.ts';
import type { Language } from '../language/language.ts';
import type { StagedComment, StagedThread, Staging } from '../store/foreign/staging.ts';
import type { FoundArticle, FoundComment, LeaveOut, Oddity } from './found.ts';
import type { Plan, Watch } from './plan.ts';
import { openInput } from './read/input.ts';
import { readTime } from './read/time.ts';
import { readExport } from './read-export.ts';
import { toPlainText } from './text/plain-text.ts';

/** What was changed on the way, or was not as its format promises. */
export interface Noted {
  bytes: number;
  emptyNames: number;
  cutNames: number;
  /** Bodies of more characters than the site takes of a comment; they are kept whole. */
  longBodies: number;
  images: number;
  frames: number;
  oddities: Partial<Record<Oddity, number>>;
}

const nameless: Record<Language, string> = { vi: 'Bạn đọc', en: 'Reader' };
const longestName = 80;
const longestTitle = 300;

/** Reads the whole file into the staging, in its order; throws an Error of one line where it is not to be read. */
export async function stage(staging: Staging, plan: Plan, watch: Pick<Watch, 'read'>): Promise<Noted> {
  const { path, format, encoding, sourceSite } = plan;
  const { bytes } = openInput(path);
  const noted = { bytes, emptyNames: 0, cutNames: 0, longBodies: 0, images: 0, frames: 0, oddities: {} };
  let comments = 0;
  const tell = (read: number) => watch.read(read, bytes, comments);
  for await (const found of readExport(path, format, { encoding, sourceSite, tell })) {
    if (found.kind === 'article') staging.addThread(toThread(found));
    else {
      comments += 1;
      staging.addComment(toComment(found, plan, noted));
    }
  }
  return noted;
}

function toThread({ ref, address, key, url, title, closed, leftOut }: FoundArticle): StagedThread {
  return {
    ref,
    address: address || null,
    key: key || null,
    url: url || null,
    title: cut(title ?? '', longestTitle) || null,
    closed: closed ?? null,
    leftOut: leftOut ?? null,
  };
}

function toComment(found: FoundComment, plan: Plan, noted: Noted): StagedComment {
  const { id, within = '', article: thread, parent = null, state, place } = found;
  const time = found.leftOut === undefined ? timeOf(found, plan) : undefined;
  const body = time === undefined ? '' : toPlainText(found.body, noted);
  const leftOut = found.leftOut ?? whyLeftOut(time, body, found, plan);
  const same = { id, within, thread, parent, state, place };
  if (leftOut) return { ...same, author: '', email: null, body: '', time: null, leftOut };
  note(found, body, plan, noted);
  const author = cut(found.author, longestName) || nameless[plan.site.language];
  return { ...same, author, email: found.email ?? null, body, time: time ?? null, leftOut: null };
}

function timeOf({ time, place }: FoundComment, { zone }: Plan): number | undefined {
  const read = readTime(time, zone);
  if (read === 'zone')
    throw new Error(
      `${place}: "${time.text}" does not say its zone: give that of the file by --zone, such as +07:00 or Asia/Ho_Chi_Minh`,
    );
  return read;
}

function whyLeftOut(
  time: number | undefined,
  body: string,
  { state }: FoundComment,
  { withoutSpam }: Plan,
): LeaveOut | undefined {
  if (time === undefined) return 'no time';
  if (body.trim() === '') return 'no text';
  return withoutSpam && state === 'spam' ? 'spam' : undefined;
}

function note({ author, oddities = [] }: FoundComment, body: string, { site }: Plan, noted: Noted): void {
  if (author === '') noted.emptyNames += 1;
  if (countCharacters(author) > longestName) noted.cutNames += 1;
  if (body.length > site['max-length'] && countCharacters(body) > site['max-length']) noted.longBodies += 1;
  for (const oddity of oddities) noted.oddities[oddity] = (noted.oddities[oddity] ?? 0) + 1;
}

/** At the end of a character. */
function cut(text: string, most: number): string {
  return text.length <= most ? text : [...text].slice(0, most).join('').trim();
}
