import './service/quick-imports.js';

// A log that cannot be written to, such as on a full disk, stops nobody.
process.stderr.on('error', () => undefined);

try {
  const { readSettings } = await import('./settings.ts');
  const { start } = await import('./service/server.ts');
  // npm runs a script in a shell, which may end without telling what it started.
  const isOurScript = /\bservice\/node\.js|\bsrc\/cli\.ts|\bbinh-luan\b/.test(
    process.env.npm_lifecycle_script ?? '',
  );
  await start(readSettings(process.env), { withParent: isOurScript });
} catch (error) {
  console.error(`binh-luan cannot start: ${error instanceof Error ? error.message : error}`);
  process.exit(1);
}
