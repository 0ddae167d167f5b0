import type { Context } from 'hono';
import type { Bindings } from '../service/bound.ts';

export async function readAsset(assets: Bindings['ASSETS'], path: string): Promise<Uint8Array> {
  const answer = await assets.fetch(`https://assets.local/${path}`);
  if (!answer.ok) throw new Error(`no asset ${path}`);
  return new Uint8Array(await answer.arrayBuffer());
}

export async function readHelp(assets: Bindings['ASSETS'], path: string): Promise<string | undefined> {
  const answer = await assets.fetch(`https://assets.local/help/${path}`);
  return answer.ok ? answer.text() : undefined;
}

/** The file and its type, and nothing more that the platform says of it. */
export async function sendAsset(assets: Bindings['ASSETS'], context: Context): Promise<Response> {
  const file = (await assets.fetch(new URL(context.req.path, context.req.url).href)) as unknown as Response;
  if (!file.ok || !file.body) return context.notFound();
  return context.body(file.body, 200, { 'Content-Type': file.headers.get('Content-Type') ?? '' });
}
