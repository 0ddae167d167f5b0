import { execFileSync } from 'node:child_process';

const folder = 'db/migrations';

/** A commit whose code wrote a schema that today's program knows every step of. */
export interface Release {
  /** The number of the newest migration, and how many there are: some came later than others of higher numbers. */
  name: string;
  commit: string;
}

/** Of each set of migrations that are what they are today, the last commit that had it, the earliest schema first. */
export function listReleases(): Release[] {
  const today = new Map(migrationsAt('HEAD'));
  const releases = new Map<string, Release>();
  for (const commit of git('rev-list', '--topo-order', 'HEAD').split('\n')) {
    const migrations = migrationsAt(commit);
    const known = migrations.every(([name, content]) => today.get(name) === content);
    const set = migrations.map(([name]) => name).join();
    if (migrations.length > 0 && known && !releases.has(set))
      releases.set(set, { name: nameOf(migrations), commit });
  }
  return [...releases.values()].reverse();
}

function nameOf(migrations: [string, string][]): string {
  const newest = migrations.at(-1)?.[0] ?? '';
  return `${newest.slice(0, 4)}-of-${migrations.length}`;
}

/** The names of the migrations that a commit has, each with the digest of what is in it. */
function migrationsAt(commit: string): [string, string][] {
  const lines = git('ls-tree', commit, `${folder}/`).split('\n').filter(Boolean);
  return lines.map((line) => {
    const [, , content = '', path = ''] = line.split(/\s/);
    return [path.slice(folder.length + 1), content];
  });
}

function git(...words: string[]): string {
  return execFileSync('git', words, { encoding: 'utf8', maxBuffer: 1e9 }).trim();
}
