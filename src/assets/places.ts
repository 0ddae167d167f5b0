import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const built = join(root, 'built');

/** Where the files for browsers and the bundled service come from, and what is made of them. */
export const places = {
  root,
  /** The exact version of every package. */
  lock: join(root, 'package-lock.json'),
  sources: join(root, 'src'),
  browser: join(root, 'src/browser'),
  /** The documentation, of which the desk has its help. */
  docs: join(root, 'docs'),
  clips: join(root, 'src/captcha/clips'),
  /** What browsers may have, all of it and nothing else: Workers publish it as it is. */
  public: join(built, 'public'),
  /** The same, compressed. */
  packed: join(built, 'packed'),
  /** Pages of help by language: parts of pages, which the service itself reads. */
  help: join(built, 'public/help'),
  manifest: join(built, 'manifest.json'),
  /** The service on Node, as `npm start` has it. */
  service: join(built, 'service'),
};
