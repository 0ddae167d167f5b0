import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { root } from './blocks.ts';

/** Folders for a run, all of which go with it: what is installed once is lent to every page. */
export function openPlaces() {
  const top = mkdtempSync(join(emptyAbove(), 'docs-'));
  const remove = () => rmSync(top, { recursive: true, force: true });
  process.once('exit', remove);
  const cache = execFileSync('npm', ['config', 'get', 'cache'], { encoding: 'utf8' }).trim();
  const pattern = join(top, 'installed');
  let count = 0;

  /** What a command there has of the environment: a home of its own, and packages from npm's cache alone. */
  function environment(home: string): Record<string, string> {
    mkdirSync(home);
    // What is refused by the service is a failure of curl's too.
    writeFileSync(join(home, '.curlrc'), 'fail-with-body\nsilent\nshow-error\n');
    return {
      ...{ PATH: pathOfMachine(), HOME: home, LANG: 'C.UTF-8', TERM: 'dumb' },
      ...{ npm_config_cache: cache, npm_config_offline: 'true', npm_config_update_notifier: 'false' },
      ...{ npm_config_fund: 'false', npm_config_audit: 'false', WRANGLER_SEND_METRICS: 'false', CI: '1' },
      ...{ LOG_LEVEL: 'warn' },
    };
  }

  function empty(): { folder: string; home: string } {
    count += 1;
    const place = join(top, String(count));
    mkdirSync(place);
    return { folder: join(place, 'here'), home: join(place, 'home') };
  }

  function clone(folder: string): void {
    execFileSync('git', ['clone', '--quiet', root, folder]);
  }

  /** A clone after `npm ci`. */
  function install(folder: string): void {
    if (!existsSync(pattern)) {
      clone(pattern);
      execFileSync('npm', ['ci'], { cwd: pattern, env: environment(join(top, 'home')), stdio: 'pipe' });
    }
    clone(folder);
    execFileSync('cp', ['-al', 'node_modules', `${folder}/`], { cwd: pattern });
    cpSync(join(pattern, 'built'), join(folder, 'built'), { recursive: true });
  }

  /** The package as it would be published, and what it was packed from. */
  function pack(): { tarball: string; folder: string } {
    const { folder, home } = empty();
    install(folder);
    const words = ['pack', '--json', '--loglevel', 'error'];
    const packed = execFileSync('npm', words, { cwd: folder, env: environment(home), encoding: 'utf8' });
    const [{ filename }] = JSON.parse(packed.slice(packed.indexOf('[\n')));
    return { tarball: join(folder, filename), folder };
  }

  return {
    environment,
    empty,
    clone,
    install,
    pack,
    remove,
  };
}

/** Where no folder above belongs to a project: npm would take an empty folder for a part of that. */
function emptyAbove(): string {
  const found = [tmpdir(), '/var/tmp', homedir()].find((folder) => !isInProject(folder));
  if (!found) throw new Error('no folder for trials: all are inside of a project of npm');
  return found;
}

function isInProject(folder: string): boolean {
  const here = ['package.json', 'node_modules'].some((name) => existsSync(join(folder, name)));
  return here || (dirname(folder) !== folder && isInProject(dirname(folder)));
}

export type Places = ReturnType<typeof openPlaces>;

/** The machine's programs without those of this project: its Node may be older than ours, as a reader's may. */
function pathOfMachine(): string {
  const folders = (process.env.PATH ?? '').split(':');
  return folders.filter((folder) => !folder.includes('node_modules')).join(':');
}

/** Our Node before the machine's, for who runs programs of their own by it. */
export const withOurNode = (path: string) => `${dirname(process.execPath)}:${path}`;
