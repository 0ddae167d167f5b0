// Loaded before everything else: half of a start is finding, reading and compiling the same files as the last time.
import { enableCompileCache, registerHooks } from 'node:module';

/** Packages that are ES modules throughout, and of so many files that looking up each one's kind takes longest. */
const modules = /\/node_modules\/(@hono\/zod-openapi|hono|kysely|zod)\/.+\.js$/;

// Where the cache cannot be, it is as before.
enableCompileCache();
registerHooks({
  resolve(specifier, context, nextResolve) {
    const isBeside = specifier.startsWith('.') && context.parentURL && context.conditions.includes('import');
    if (isBeside) {
      const url = new URL(specifier, context.parentURL).href;
      if (url.endsWith('.ts')) return { url, format: 'module-typescript', shortCircuit: true };
      if (modules.test(url)) return { url, format: 'module', shortCircuit: true };
    }
    return nextResolve(specifier, context);
  },
});
