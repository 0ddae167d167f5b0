import { spawnSync } from 'node:child_process';

/** Fills the folder as `npm run seed` does; `pending` is the share of the comments that wait. */
export function seedFolder(path: string, comments: number, pending: number): void {
  const script = new URL('./seed/seed.ts', import.meta.url).pathname;
  const args = [script, '--comments', String(comments), '--pending', String(pending)];
  const env = { ...process.env, DATA_DIR: path };
  const { status } = spawnSync(process.execPath, args, { env, stdio: 'inherit' });
  if (status !== 0) throw new Error('the folder could not be seeded');
}
