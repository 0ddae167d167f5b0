import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { listenHere } from './ports.ts';

interface Manifest {
  name: string;
  version: string;
}

/**
 * A registry for npm on this machine, which has the packages that are installed below a folder, as they are there, and one of ours
 * as it was packed.
 */
export async function startRegistry(installed: string, tarball: string) {
  const packages = new Map<string, Map<string, { folder: string; manifest: Manifest }>>();
  const add = (folder: string, manifest: Manifest) => {
    const versions = packages.get(manifest.name) ?? new Map();
    packages.set(manifest.name, versions.set(manifest.version, { folder, manifest }));
  };
  for (const folder of foldersIn(join(installed, 'node_modules'))) add(folder, manifestIn(folder));
  const ours = manifestIn(installed);
  add('', ours);

  const server = createServer(({ url = '/' }, answer) => {
    const [, name = '', version] = /^\/(.+?)(?:\/-\/(.+)\.tgz)?$/.exec(decodeURIComponent(url)) ?? [];
    const versions = packages.get(name);
    if (!versions) return answer.writeHead(404, { 'content-type': 'application/json' }).end('{}');
    const one = version && versions.get(version);
    if (!one) return answer.end(JSON.stringify(told(name, [...versions.values()])));
    answer.end(one.folder ? tarOf(one.folder) : readFileSync(tarball));
  });
  const url = await listenHere(server);

  function told(name: string, versions: { manifest: Manifest }[]) {
    const all = versions.map(({ manifest }) => [
      manifest.version,
      { ...manifest, dist: { tarball: `${url}/${name}/-/${manifest.version}.tgz` } },
    ]);
    // The first is the one that lies on top of all packages, and not below another.
    return { name, 'dist-tags': { latest: all[0]?.[0] }, versions: Object.fromEntries(all) };
  }
  return { url, stop: () => server.close() };
}

const manifestIn = (folder: string): Manifest =>
  JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));

/** The folders of all packages there, those of packages' own below them last. */
function foldersIn(modules: string): string[] {
  const here = namesIn(modules).flatMap((name) =>
    name.startsWith('@') ? namesIn(join(modules, name)).map((one) => `${name}/${one}`) : [name],
  );
  const folders = here.map((name) => join(modules, name));
  return [...folders, ...folders.flatMap((folder) => foldersIn(join(folder, 'node_modules')))];
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
      .map(({ name }) => name);
  } catch {
    return [];
  }
}

function tarOf(folder: string): Buffer {
  const words = ['-C', folder, '--exclude=./node_modules', '--transform=s,^\\.,package,', '-cf', '-', '.'];
  const tar = execFileSync('tar', words, { maxBuffer: 2 ** 30 });
  return execFileSync('gzip', ['-1'], { input: tar, maxBuffer: 2 ** 30 });
}
