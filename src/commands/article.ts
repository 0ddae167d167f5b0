import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { parse } from 'csv-parse/sync';
import { foreseeMoves } from '../articles/foresee.ts';
import { canonicalKey, longestKey } from '../articles/key.ts';
import { type Move, moveArticles } from '../articles/move.ts';
import { decodeUtf8 } from '../language/utf8.ts';
import { byCommand } from '../store/acts/record.ts';
import { articleSorts, listArticles } from '../store/articles/listed-articles.ts';
import { everyRow } from '../store/cursor.ts';
import type { World } from '../world/world.ts';
import { siteNamed, withWorld } from './open.ts';

interface MoveOptions {
  map?: string;
  alias?: true;
  dryRun?: true;
}

const atOnce = 1000;

export function articleCommand(): Command {
  const article = new Command('article')
    .description('the pages that carry comments')
    .showSuggestionAfterError(false);
  article
    .command('list <site>')
    .description('print the articles of a site, the newest first, a JSON object a line')
    .action((site: string) => withWorld((world) => list(world, site)));
  article
    .command('move <site> [from] [to]')
    .description('move an article, or all that a map names, to other keys; those that become one are merged')
    .option('--map <file>', 'a CSV file, UTF-8, without a heading: on each line the old key and the new one')
    .option('--alias', 'lead whoever comes by an old key on to the new one')
    .option('--dry-run', 'tell what would be moved, and move nothing')
    .action((site: string, from: string | undefined, to: string | undefined, options: MoveOptions) =>
      withWorld((world) => move(world, site, readMoves(from, to, options), options)),
    );
  return article;
}

async function list(world: World, typed: string): Promise<void> {
  const { id, moderation } = await siteNamed(world, typed);
  const [sort] = articleSorts;
  const articles = everyRow((cursor) =>
    listArticles(world.database, { sites: [id], sort, limit: atOnce, cursor }, world.now()),
  );
  for await (const { id: _, published: count, createdAt, ...article } of articles)
    console.log(
      JSON.stringify({
        ...article,
        moderation: article.moderation ?? moderation,
        count,
        createdAt: new Date(createdAt).toISOString(),
      }),
    );
}

async function move(world: World, typed: string, moves: readonly Move[], { dryRun }: MoveOptions) {
  const { id } = await siteNamed(world, typed);
  const told = dryRun
    ? await foreseeMoves(world, id, moves)
    : await moveArticles(world, { site: id, by: byCommand }, moves);
  console.log(JSON.stringify({ ...told, ...(dryRun && { dryRun }) }));
  const [missing] = told.missing;
  if (told.moved.length === 0) throw new Error(`nothing was moved: no article at ${missing}`);
}

function readMoves(from: string | undefined, to: string | undefined, { map, alias }: MoveOptions): Move[] {
  const isOne = from !== undefined && to !== undefined;
  if (isOne === (map !== undefined)) throw new Error('give the old key and the new one, or --map FILE');
  const pairs = isOne ? [[from, to]] : readMap(map ?? '');
  return pairs.map((pair, index) => {
    const [old = '', now = ''] = pair.map(canonicalKey);
    const isMove = pair.length === 2 && isKey(old) && isKey(now);
    if (!isMove)
      throw new Error(
        `${isOne ? '' : `line ${index + 1}: `}give an old key and a new one, ${longestKey} characters at most`,
      );
    return { from: old, to: now, alias: alias === true };
  });
}

function isKey(key: string): boolean {
  return key !== '' && key.length <= longestKey && key.isWellFormed() && !key.includes('\0');
}

function readMap(file: string): string[][] {
  const text = decodeUtf8(readFileSync(file));
  if (text === undefined) throw new Error(`${file} is not UTF-8`);
  return parse(text, { relaxColumnCount: true, skipEmptyLines: true });
}
