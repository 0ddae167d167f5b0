import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { IncomingHttpHeaders } from 'node:http';
import { request as ask } from 'node:https';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { startAuthority } from './certificates.ts';
import { freePort, startProcess, temporaryFolder } from './process.ts';

// The configurations of `deploy/`, as they are but for names, ports and files of a test.

export type Program = 'nginx' | 'caddy' | 'apache';
export const programs = ['nginx', 'caddy', 'apache'] as const;
const words = { nginx: 'nginx', caddy: 'caddy', apache: 'apache2' };

/** Nothing where the program is there, else why nothing can be tried with it. */
export function whyNot(program: Program): string | undefined {
  const { error } = spawnSync(words[program], [program === 'caddy' ? 'version' : '-v']);
  return error && `${words[program]} is not installed here`;
}

/** Where the service is below the path of a newspaper's host, and where it has a host of its own. */
export const bases = { root: '', path: '/binh-luan' } as const;
export type Where = keyof typeof bases;

const files: Record<Program, Record<Where, string>> = {
  nginx: { root: 'nginx.conf', path: 'nginx-path.conf' },
  caddy: { root: 'Caddyfile', path: 'Caddyfile-path' },
  apache: { root: 'apache.conf', path: 'apache-path.conf' },
};

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The service behind a real proxy, which speaks https for `localhost`. `pages` are those of the newspaper beside it. */
export async function startBehind(program: Program, where: Where, pages: Record<string, string> = {}) {
  const folder = temporaryFolder();
  chmodSync(folder.path, 0o755);
  const [port, unsafePort] = [await freePort(), await freePort()];
  const origin = `https://localhost:${port}`;
  const service = await startProcess({ PUBLIC_URL: origin + bases[where], TRUSTED_PROXIES: '127.0.0.1' });
  const { certify } = await startAuthority(folder.path);
  const { cert, key } = await certify();
  const inFolder = (name: string) => join(folder.path, name);
  writeFileSync(inFolder('cert.pem'), cert);
  writeFileSync(inFolder('key.pem'), key);
  mkdirSync(inFolder('pages'));
  for (const [name, text] of Object.entries(pages)) writeFileSync(inFolder(join('pages', name)), text);
  const written = readFileSync(join(root, 'deploy', files[program][where]), 'utf8');
  const here = written
    .replaceAll('127.0.0.1:8787', new URL(service.url).host)
    .replaceAll(/\/etc\/letsencrypt\S+?fullchain\.pem/g, inFolder('cert.pem'))
    .replaceAll(/\/etc\/letsencrypt\S+?privkey\.pem/g, inFolder('key.pem'))
    .replaceAll('/var/www/baomoi', inFolder('pages'))
    .replaceAll('/var/cache/nginx/binh-luan', inFolder('cache'))
    .replaceAll(/listen \[::\].*\n/g, '');
  const started = { port, unsafePort, folder: folder.path };
  const [main, args] = commandOf[program](here, started);
  writeFileSync(inFolder('main.conf'), main);
  const child = spawn(words[program], args, { stdio: ['ignore', 'ignore', 'pipe'], cwd: folder.path });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const behind = {
    origin,
    url: origin + bases[where],
    unsafePort,
    service,
    /** One request as it is, from an address of this machine. */
    ask: (path: string, asked: Asked = {}) => askAs(port, path, asked),
    async stop() {
      child.kill('SIGTERM');
      if (child.exitCode === null) await once(child, 'exit');
      await service.stop();
      folder.remove();
    },
  };
  for (let tries = 0; tries < 500 && child.exitCode === null; tries += 1) {
    if (await behind.ask(`${bases[where]}/healthz`).catch(() => undefined)) return behind;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  await behind.stop();
  throw new Error(`${program} did not start: ${said}`);
}

export type Behind = Awaited<ReturnType<typeof startBehind>>;

interface Started {
  port: number;
  unsafePort: number;
  folder: string;
}

/** All of the configuration around the given part, and how the program is told of it. */
const commandOf: Record<Program, (part: string, started: Started) => [main: string, args: string[]]> = {
  nginx: (part, { port, unsafePort, folder }) => [
    `daemon off;\npid ${folder}/pid;\nerror_log stderr;\n${asRoot('user root;')}\nevents {}\nhttp {\naccess_log off;\n` +
      `types { text/html html; }\n${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
        .map((name) => `${name}_temp_path ${folder}/${name};\n`)
        .join('')}${part
        .replace('listen 443', `listen 127.0.0.1:${port}`)
        .replace('listen 80', `listen 127.0.0.1:${unsafePort}`)
        .replaceAll(/server_name \S+;/g, 'server_name localhost;')
        .replaceAll('timeout 10s', 'timeout 1s')}}`,
    ['-p', folder, '-c', `${folder}/main.conf`, '-e', 'stderr'],
  ],
  caddy: (part, { port, unsafePort, folder }) => [
    part
      .replace(
        /^\{$/m,
        `{\n\tadmin off\n\tauto_https disable_redirects\n\thttp_port ${unsafePort}\n\tskip_install_trust`,
      )
      .replace(
        /^\S+\.example \{$/m,
        `https://localhost:${port} {\n\tbind 127.0.0.1\n\ttls ${folder}/cert.pem ${folder}/key.pem`,
      )
      .replace('read_header 10s', 'read_header 1s'),
    ['run', '--adapter', 'caddyfile', '--config', `${folder}/main.conf`],
  ],
  apache: (part, { port, folder }) => [
    `${apacheModules()}\nServerRoot ${folder}\nPidFile ${folder}/pid\nDefaultRuntimeDir ${folder}\nServerName localhost\n` +
      `ErrorLog ${folder}/errors\nListen 127.0.0.1:${port}\n${asRoot('User www-data\nGroup www-data')}\n` +
      `TypesConfig /dev/null\nAddType text/html .html\n<Directory ${folder}/pages>\nRequire all granted\n</Directory>\n${part
        .replace('*:443', `127.0.0.1:${port}`)
        .replace(/ServerName \S+\.example/, 'ServerName localhost')
        .replace('header=10', 'header=1')}`,
    ['-X', '-f', `${folder}/main.conf`],
  ],
};

const asRoot = (line: string) => (process.getuid?.() === 0 ? line : '');

function apacheModules(): string {
  const folder = '/usr/lib/apache2/modules';
  const wanted =
    /^mod_(mpm_event|authz_core|authz_host|alias|dir|env|headers|http2|mime|proxy|proxy_http|reqtimeout|setenvif|socache_shmcb|ssl)\.so$/;
  return readdirSync(folder)
    .filter((name) => wanted.test(name))
    .map((name) => `LoadModule ${name.slice(4, -3)}_module ${folder}/${name}`)
    .join('\n');
}

interface Asked {
  method?: string;
  headers?: Record<string, string>;
  body?: string;
  /** The address that it comes from, one of this machine. */
  from?: string;
}

export interface Answered {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

/** Of another address than the operator's own, unless it says so. */
export const outside = '127.0.0.2';

function askAs(port: number, path: string, asked: Asked): Promise<Answered> {
  const { method = 'GET', headers = {}, body = '', from: localAddress = outside } = asked;
  const { promise, resolve, reject } = Promise.withResolvers<Answered>();
  const options = {
    host: '127.0.0.1',
    port,
    path,
    method,
    localAddress,
    servername: 'localhost',
    agent: false,
  };
  const length = body === '' ? {} : { 'content-length': Buffer.byteLength(body) };
  const host = { host: `localhost:${port}` };
  const trusting = { rejectUnauthorized: false, headers: { ...host, ...length, ...headers } };
  ask({ ...options, ...trusting }, async (answer) => {
    const bytes = Buffer.concat(await Array.fromAsync(answer as AsyncIterable<Buffer>));
    resolve({
      status: answer.statusCode ?? 0,
      headers: answer.headers,
      text: unpacked(bytes, answer.headers['content-encoding']),
    });
  })
    .on('error', reject)
    .end(body);
  return promise;
}

function unpacked(bytes: Buffer, encoding: string | undefined): string {
  if (encoding === 'gzip') return gunzipSync(bytes).toString();
  return (encoding === 'br' ? brotliDecompressSync(bytes) : bytes).toString();
}
