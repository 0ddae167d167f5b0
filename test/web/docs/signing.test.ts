import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { jwtVerify } from 'jose';
import { expect, onTestFinished, test } from 'vitest';
import { signing } from '../../../src/web/docs/signing.ts';
import { blocksIn } from '../../support/doc-blocks.ts';
import { temporaryFolder } from '../../support/process.ts';
import { startService } from '../../support/service.ts';
import { runCsharp, runPhp } from './ported.ts';

const root = new URL('../../..', import.meta.url).pathname;
const key = 'Khóa-của-báo_0123456789abcdefghijklmnopqrstuvwxyz';
const [id, name] = ['27', 'Nguyễn Thị “Hòa” <b>'];
const asked = `'${id}', '${name}'`;

/** What a program prints. */
function print(command: string, args: readonly string[], env: Record<string, string> = {}): string {
  const { stdout, stderr, status } = spawnSync(command, args, {
    cwd: root,
    encoding: 'utf8',
    env: { PATH: process.env.PATH ?? '', BINH_LUAN_KEY: key, PYTHONUTF8: '1', ...env },
  });
  if (status !== 0) throw new Error(stderr);
  return stdout.trim();
}

function isThere(command: string, args: readonly string[]): boolean {
  return spawnSync(command, args).status === 0;
}

function inNode(code: string): string {
  const asks = `console.log(await sign({ id: '${id}', name: '${name}' }));`;
  return print(process.execPath, ['--input-type=module', '--eval', `${code}\n${asks}`]);
}

/** Where PyJWT is missing, one of a line stands in for it. */
function inPython(code: string): string {
  const { path, remove } = temporaryFolder();
  onTestFinished(remove);
  if (!isThere('python3', ['-c', 'import jwt'])) writeFileSync(join(path, 'jwt.py'), pyjwt);
  return print('python3', ['-c', `${code}\nprint(sign(${asked}))`], { PYTHONPATH: path });
}

const pyjwt = `
import base64, hmac, json

def part(octets):
    return base64.urlsafe_b64encode(octets).rstrip(b"=").decode()

def encode(claims, key, algorithm):
    said = ".".join(part(json.dumps(one).encode()) for one in ({"alg": algorithm, "typ": "JWT"}, claims))
    return said + "." + part(hmac.digest(key.encode(), said.encode(), "sha256"))
`;

/** As WordPress calls it for who is signed in; where PHP is missing, its words run as JavaScript. */
function inPhp(code: string): string {
  const given = { BINH_LUAN_KEY: key };
  if (!isThere('php', ['-v'])) return runPhp(code, `binh_luan_sign(${asked})`, given);
  return print('php', ['-r', `${wordpress}${code.replace('<?php', '')}\n$actions['wp_ajax_binh_luan']();`]);
}

const wordpress = `
define('BINH_LUAN_KEY', getenv('BINH_LUAN_KEY'));
$actions = [];
function add_action($name, $does) { $GLOBALS['actions'][$name] = $does; }
function wp_die($answer) { echo $answer; }
function wp_get_current_user() {
    return new class { public $ID = ${id}; public $display_name = '${name}'; function exists() { return true; } };
}
`;

const runs: Record<(typeof signing)[number]['language'], (code: string) => string> = {
  'Node, jose': inNode,
  Node: inNode,
  'PHP, WordPress': inPhp,
  'Python, PyJWT': inPython,
  Python: inPython,
  'C#': (code) => runCsharp(code, `Sign(${asked})`, { BINH_LUAN_KEY: key }),
};

const secret = new TextEncoder().encode(key);

test.each(signing)(
  'what is shown in $language signs who a reader is, for a quarter of an hour',
  async (shown) => {
    const { payload, protectedHeader } = await jwtVerify(runs[shown.language](shown.code), secret, {
      algorithms: ['HS256'],
      audience: 'bao-moi',
      requiredClaims: ['sub', 'iat', 'exp'],
    });
    const { iat = 0, exp = 0, ...said } = payload;
    expect(protectedHeader.alg).toBe('HS256');
    expect(said).toEqual({ sub: id, name, aud: 'bao-moi' });
    expect(exp - iat).toBe(900);
  },
);

test('PHP as its words run in JavaScript signs the same as anywhere', async () => {
  const [php] = signing.filter(({ language }) => language === 'PHP, WordPress');
  const token = runPhp(php?.code ?? '', `binh_luan_sign(${asked})`, { BINH_LUAN_KEY: key });
  expect((await jwtVerify(token, secret, { audience: 'bao-moi' })).payload).toMatchObject({ sub: id, name });
});

test('the same examples stand in the documentation and on the page of the API', async () => {
  const documented = blocksIn('identity.md').map(({ code }) => code.trimEnd());
  for (const { code } of signing) expect(documented).toContain(code);
  const { request } = await startService();
  const page = await (await request('/docs')).text();
  for (const { code } of signing) expect(plain(page)).toContain(code);
});

function plain(html: string): string {
  return html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
