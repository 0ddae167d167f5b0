import './service/quick-imports.js';

// A log that cannot be written to, such as on a full disk, stops nobody.
process.stderr.on('error', () => undefined);

try {
  const { readSettings } = await import('./settings.ts');
  const { start } = await import('./service/server.ts');
  await start(readSettings(process.env));
} catch (error) {
  console.error(`binh-luan cannot start: ${error instanceof Error ? error.message : error}`);
  process.exit(1);
}
