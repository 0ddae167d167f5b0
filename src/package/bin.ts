#!/usr/bin/env node
import '../service/quick-imports.js';

// Alone it serves; with words it does one of the commands.
await import(process.argv.length > 2 ? '../cli.ts' : '../node.ts');
