// Follows the pages of the documentation to the letter, each in a folder of its own, by the code that stands in them, and looks at
// the site that is made of them: npm run docs:try [-- PAGE…], as `npm run docs:try -- docs/install.md site`. Nothing is asked outside
// of this machine: packages come from npm's cache, which `npm ci` has filled. What is cloned is what was committed.
import { isDeepStrictEqual } from 'node:util';
import { blocksOf, codeOf, pages, twinOf } from './blocks.ts';
import { fault, follow, looked, type Result } from './page.ts';
import { openPlaces } from './places.ts';
import { startRegistry } from './registry.ts';
import { lookAtSite } from './site.ts';

// What was started ends with it.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

const asked = process.argv.slice(2);
const isChosen = (name: string) => asked.length === 0 || asked.includes(name);
const counts = new Map<Result['went'], number>();
if (isChosen('site')) {
  const wrong = await lookAtSite();
  report('site', wrong.length === 0 ? [looked] : wrong.map(fault));
}
await tryPages(pages().filter((page) => isChosen(page) && blocksOf(page).length > 0));
console.log([...counts].map(([went, count]) => `${count} ${went}`).join(', '));
process.exitCode = counts.has('failed') ? 1 : 0;

async function tryPages(chosen: readonly string[]): Promise<void> {
  if (chosen.length === 0) return;
  const places = openPlaces();
  try {
    const { tarball, folder } = places.pack();
    const registry = await startRegistry(folder, tarball);
    for (const page of chosen) {
      const results = await follow(page, places, registry.url).catch((error) => [fault(String(error))]);
      report(
        page,
        isDeepStrictEqual(codeOf(page), codeOf(twinOf(page)))
          ? results
          : [...results, fault(`${twinOf(page)} has other code`)],
      );
    }
    registry.stop();
  } finally {
    places.remove();
  }
}

function report(name: string, results: readonly Result[]): void {
  console.log(name);
  for (const { block, went, says } of results) {
    counts.set(went, (counts.get(went) ?? 0) + 1);
    const place = `${String(block.line).padStart(4)} ${block.language.padEnd(10)}`;
    console.log(`  ${went.padEnd(7)} ${place} ${says}`);
  }
}
