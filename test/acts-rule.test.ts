import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = new URL('..', import.meta.url).pathname;

/** What moderators, owners, operators and the service change, so that the log must say so. */
const tables = [
  'sites',
  'site_words',
  'edits',
  'blocks',
  'sender_notes',
  'sender_holds',
  'views',
  'moderators',
  'moderator_sites',
  'credentials',
  'second_factors',
  'recovery_codes',
  'identities',
  'captcha_style',
  'captcha_fonts',
];

/** Functions of the store that write to these without an act, and why they may. */
const without: Record<string, string> = {
  touchCredential: 'notes that a session is in use',
  deleteCredential: 'lets go of a session that is over, or that a new one takes the place of',
  putSecondFactor: 'what is not confirmed asks for nothing yet',
  dropUnconfirmed: 'what was not confirmed asked for nothing',
  takeStep: 'a code that was taken is part of a sign-in',
  takeRecoveryCode: 'a code that was taken is part of a sign-in',
  deleteRecoveryCodes: 'a part of what replaces or deletes a second factor',
  deleteFactor: 'a part of what resets an account',
  insertModerator: 'a part of what adds an account',
  replaceSeed: 'a part of what changes how captchas are drawn',
  insertIdentity: 'a part of what adds or changes an account',
  renameView: 'what a moderator calls a view of theirs',
  moveView: 'how a moderator orders views of theirs',
  setModeratorLanguage: 'how a moderator likes to read',
  writeKeys: 'how a moderator likes to have the keyboard',
  eraseTraces: 'how far the erasing came by itself',
  deleteSite: 'the last of what the act of removing a site does',
  blankBeside: 'a part of what erases a comment',
  deleteOver: 'blocks end by themselves, as was said when they were set',
  dropOldSenders: 'what is known of senders goes after its term',
  forgetNotesOn: 'what is known of senders goes after its term',
};

interface Writing {
  name: string;
  text: string;
}

function sources(folder: string): string[] {
  return readdirSync(join(root, folder)).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(join(root, path)).isDirectory()) return sources(path);
    return name.endsWith('.ts') ? [path] : [];
  });
}

/** The functions of a file that write to one of the tables. */
function writings(text: string): Writing[] {
  const parts = text.split(/^(?=(?:\/\*\*|(?:export )?(?:async )?function |(?:export )?const ))/m);
  const names = tables.join('|');
  const writes = new RegExp(
    `(?:insert (?:or ignore )?into|update|delete from) "?(?:${names})"?[\\s(]|(?:insertInto|updateTable|deleteFrom)\\('(?:${names})'\\)`,
  );
  return parts.flatMap((part) => {
    const [, name = ''] = /^(?:export )?(?:async )?(?:function|const) (\w+)/m.exec(part) ?? [];
    return name && writes.test(part) ? [{ name, text: part }] : [];
  });
}

function takesAct({ text }: Writing): boolean {
  return /\b(?:recordAct|addActAbout|addAct|noteAdded|recorded)\b|\bact\b|\bopening\b/.test(text);
}

const all = sources('src/store')
  .filter((path) => !/^src\/store\/(?:moved|acts)\//.test(path))
  .flatMap((path) => writings(readFileSync(join(root, path), 'utf8')));

test('nothing that somebody changes is changed without its act', () => {
  const silent = all.filter((one) => !takesAct(one) && !(one.name in without));
  expect(silent.map(({ name }) => name)).toEqual([]);
  expect(all.filter(takesAct).length).toBeGreaterThanOrEqual(20);
});

test('what may be changed without an act is all there, and has none', () => {
  const named = Object.keys(without);
  const needless = named.filter((name) => !all.some((one) => one.name === name && !takesAct(one)));
  expect(needless).toEqual([]);
});

test('a change without its act would be found', () => {
  const made = `export async function renameSite(database: Database, id: string, name: string): Promise<void> {
  await database.query(build.updateTable('sites').set({ name }).where('id', '=', id).compile());
}
export async function forget(database: Database): Promise<void> {
  await database.query(sql\`delete from site_words where true\`.compile(build));
}
export async function renameByAct(database: Database, act: ActBy): Promise<void> {
  await database.batch([build.updateTable('sites').set({}).compile(), recordAct(act, { kind: 'site-set' })]);
}
`;
  expect(writings(made).map((one) => [one.name, takesAct(one)])).toEqual([
    ['renameSite', false],
    ['forget', false],
    ['renameByAct', true],
  ]);
});
