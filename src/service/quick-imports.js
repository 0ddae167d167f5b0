// Loaded before everything else, since half of a start was finding, reading and compiling the same files as last time.
import { enableCompileCache, registerHooks } from 'node:module';

const ours = new URL('..', import.meta.url).href;
/** Packages that are ES modules throughout, and of so many files that looking up each one's kind takes longest. */
const modules = /\/node_modules\/(@hono\/zod-openapi|hono|jose|kysely|zod)\/.+\.js$/;
/** Where the packages are that our files name. @type {Map<string, import('node:module').ResolveFnOutput>} */
const packages = new Map();

// Where the cache cannot be, it is as before.
enableCompileCache();
registerHooks({
  resolve(specifier, context, nextResolve) {
    const { parentURL, conditions } = context;
    if (!parentURL || !conditions.includes('import')) return nextResolve(specifier, context);
    if (specifier.startsWith('.')) return beside(specifier, parentURL) ?? nextResolve(specifier, context);
    if (!parentURL.startsWith(ours)) return nextResolve(specifier, context);
    const found = packages.get(specifier) ?? nextResolve(specifier, context);
    packages.set(specifier, found);
    return { ...found, shortCircuit: true };
  },
});

/** @param {string} specifier @param {string} parent @returns {import('node:module').ResolveFnOutput | undefined} */
function beside(specifier, parent) {
  const url = new URL(specifier, parent).href;
  if (url.endsWith('.ts')) return { url, format: 'module-typescript', shortCircuit: true };
  if (modules.test(url)) return { url, format: 'module', shortCircuit: true };
  return undefined;
}
