#!/usr/bin/env node
import manifest from '../../package.json' with { type: 'json' };

const needed = manifest.engines.node.replace('>=', '');
if (needed.localeCompare(process.versions.node, 'en', { numeric: true }) > 0) {
  console.error(`binh-luan needs Node ${needed} or a newer one; this is ${process.versions.node}`);
  process.exit(1);
}
// Alone it serves; with words it does one of the commands.
const serves = process.argv.length === 2;
if (serves && process.execArgv.length === 0 && process.platform !== 'win32') becomeSmall();
await import('../service/quick-imports.js');
await import(serves ? '../node.ts' : '../cli.ts');

/** Goes on in this process as `npm start` does, with what keeps its memory small and can only be given to Node first. */
function becomeSmall(): void {
  const [, name = '', value = '', flags = ''] =
    /^(\w+)=(\S+) exec node (.+) \S+$/.exec(manifest.scripts.start) ?? [];
  const words = [process.execPath, ...flags.split(' '), ...process.argv.slice(1)];
  process.execve?.(process.execPath, words, { ...process.env, [name]: value });
}
