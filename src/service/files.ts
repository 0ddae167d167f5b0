import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Context, MiddlewareHandler } from 'hono';
import { accepts } from 'hono/accepts';
import { getMimeType } from 'hono/utils/mime';
import { release } from '../assets/address.ts';
import { places } from '../assets/places.ts';
import { digestOfSources, filesIn } from '../assets/sources.ts';

/** The best first, with the ending of such a file. */
const endings = { br: '.br', gzip: '.gz' } as const;
type Way = keyof typeof endings;
const ways = Object.keys(endings) as Way[];

type Headers = Record<string, string>;
interface Form {
  bytes: Uint8Array<ArrayBuffer>;
  headers: Headers;
}
type Forms = Readonly<Record<Way | 'plain', Form>>;

/**
 * Answers with the files for browsers from memory, where they all are, compressed too: no reader waits for the threads
 * that read files, and that hash passwords. Throws where they, and with them the bundled service, were made of other
 * sources than those that are there; in the published package there are none.
 */
export function filesFromMemory(madeOf = release): MiddlewareHandler {
  if (existsSync(places.sources) && madeOf !== digestOfSources())
    throw new Error('what is built is not of these sources: make it with node src/assets/build.ts');
  const files = readFiles();
  return async (context) => {
    const forms = files.get(context.req.path);
    if (!forms) return context.notFound();
    const { bytes, headers } = forms[wayOf(context) ?? 'plain'];
    return context.body(bytes, 200, headers);
  };
}

/** By their addresses. */
function readFiles(): Map<string, Forms> {
  const paths = filesIn(places.public).filter((path) => !/^(audio|help)\//.test(path));
  return new Map(paths.map((path) => [`/${path}`, formsOf(path)]));
}

/** Read when it is asked for, since few pages of the documentation ever are. */
export async function readHelp(path: string): Promise<string | undefined> {
  const file = join(places.help, path);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

function formsOf(path: string): Forms {
  const packed = (way: Way) => readForm(path, join(places.packed, path + endings[way]), way);
  return { br: packed('br'), gzip: packed('gzip'), plain: readForm(path, join(places.public, path)) };
}

function readForm(path: string, file: string, way?: Way): Form {
  const bytes = Uint8Array.from(readFileSync(file));
  const headers: Headers = {
    'Content-Type': getMimeType(path) ?? 'application/octet-stream',
    'Content-Length': String(bytes.length),
    ETag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`,
    Vary: 'Accept-Encoding',
  };
  return { bytes, headers: way ? { ...headers, 'Content-Encoding': way } : headers };
}

/** The best way that who asks takes. */
function wayOf(context: Context): Way | undefined {
  if (context.req.header('accept-encoding') === undefined) return undefined;
  const best = accepts(context, {
    header: 'Accept-Encoding',
    supports: ways,
    default: '',
    match: (taken) => ways.find((way) => taken.some(({ type, q }) => type === way && q > 0)) ?? '',
  });
  return ways.find((way) => way === best);
}
