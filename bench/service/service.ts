import { type Server, serveComments } from '../server.ts';
import type { Folder } from './folder.ts';

/** The service as `npm start` has it, but that our own address may say whom it speaks for. */
export function startService({ log }: Folder, path: string): Promise<Server> {
  return serveComments({ env: { DATA_DIR: path, TRUSTED_PROXIES: '127.0.0.1' }, log });
}
