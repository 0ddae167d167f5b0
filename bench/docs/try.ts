// Follows the pages of the documentation to the letter, each in a folder of its own, by the code that stands in them:
// npm run docs:try [-- PAGE…], as `npm run docs:try -- docs/install.md`. Nothing is asked outside of this machine: packages come
// from npm's cache, which `npm ci` has filled.
import { blocksOf, hasSameCode, pages, twinOf } from './blocks.ts';
import { fault, follow, type Result } from './page.ts';
import { openPlaces } from './places.ts';
import { startRegistry } from './registry.ts';

const asked = process.argv.slice(2);
const chosen = pages().filter((page) => asked.length === 0 || asked.includes(page));
const places = openPlaces();
const { tarball, folder } = places.pack();
const registry = await startRegistry(folder, tarball);
const counts = new Map<Result['went'], number>();
try {
  for (const page of chosen.filter((name) => blocksOf(name).length > 0)) await tryPage(page);
} finally {
  registry.stop();
  places.remove();
}
console.log([...counts].map(([went, count]) => `${count} ${went}`).join(', '));
process.exitCode = counts.has('failed') ? 1 : 0;

async function tryPage(page: string): Promise<void> {
  console.log(page);
  const results = await follow(page, places, registry.url).catch((error) => [fault(String(error))]);
  if (!hasSameCode(page)) results.push(fault(`${twinOf(page)} has other code`));
  for (const { block, went, says } of results) {
    counts.set(went, (counts.get(went) ?? 0) + 1);
    console.log(`  ${went.padEnd(7)} ${String(block.line).padStart(4)} ${block.language.padEnd(6)} ${says}`);
  }
}
