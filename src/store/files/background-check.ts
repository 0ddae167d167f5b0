import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** A start has enough to do. */
const delayMs = 2000;

const program = fileURLToPath(new URL('./quick-check.ts', import.meta.url));

/**
 * Reads the whole database once, beside the server. At each start and not only after an unclean end, which harms no
 * database: what does, disks and copies, says nothing of itself. Of 1,000,000 comments (1.8 GB) it takes 17 s of one
 * core that nobody else wants.
 */
export function checkInBackground(file: string, found: (fault: string) => void): void {
  setTimeout(() => check(file, found), delayMs).unref();
}

function check(file: string, found: (fault: string) => void): void {
  const reader = fork(program, [file], { env: {}, stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  reader.once('message', (fault) => {
    if (typeof fault === 'string') found(`"${file}" is damaged: ${fault}`);
  });
  reader.once('error', () => undefined);
  reader.unref();
  reader.channel?.unref();
}
