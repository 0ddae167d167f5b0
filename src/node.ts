import { enableCompileCache } from 'node:module';
import { readSettings } from './settings.ts';

// Half of a start is reading and compiling the same files as the last time; where the cache cannot be, it is as before.
enableCompileCache();

// A log that cannot be written to, such as on a full disk, stops nobody.
process.stderr.on('error', () => undefined);

try {
  const { start } = await import('./server.ts');
  await start(readSettings(process.env));
} catch (error) {
  console.error(`binh-luan cannot start: ${error instanceof Error ? error.message : error}`);
  process.exit(1);
}
