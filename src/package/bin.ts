#!/usr/bin/env node
import manifest from '../../package.json' with { type: 'json' };

const needed = manifest.engines.node.replace('>=', '');
if (needed.localeCompare(process.versions.node, 'en', { numeric: true }) > 0) {
  console.error(`binh-luan needs Node ${needed} or a newer one; this is ${process.versions.node}`);
  process.exit(1);
}
await import('../service/quick-imports.js');
// Alone it serves; with words it does one of the commands.
await import(process.argv.length > 2 ? '../cli.ts' : '../node.ts');
