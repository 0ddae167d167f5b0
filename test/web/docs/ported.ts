// Examples in languages that a machine may lack, as JavaScript: their own words, with what they call stood in for.
import { createHmac } from 'node:crypto';

interface Port {
  /** What is written otherwise in JavaScript, one after another. */
  signs: readonly [RegExp, string][];
  /** What stands between a field of an object and its value. */
  of: string;
  library: string;
}

const csharp: Port = {
  signs: [
    [/^[\s\S]*?static class BinhLuan\s*\{([\s\S]*)\}\s*$/, '$1'],
    [/(public )?static readonly string /g, 'const '],
    [/(public )?static string /g, 'function '],
    [/\b(string|byte\[\]) (\w+)(?=[,)])/g, '$2'],
    [/\bvar /g, 'const '],
    [/new \{([^}]*)\}/g, '({$1})'],
  ],
  of: ' = ',
  library: `
const Environment = { GetEnvironmentVariable: (name) => given[name] };
const DateTimeOffset = { UtcNow: { ToUnixTimeSeconds: () => now() } };
const JsonSerializer = { SerializeToUtf8Bytes: (value) => Buffer.from(JSON.stringify(value)) };
const Encoding = { UTF8: { GetBytes: (text) => Buffer.from(text) } };
const HMACSHA256 = { HashData: (key, bytes) => hmac('sha256', key, bytes) };
const text = (value) => Object.assign(Object(value), {
  TrimEnd: (sign) => text(value.replace(new RegExp(sign + '+$'), '')),
  Replace: (from, to) => text(value.replaceAll(from, to)),
});
const Convert = { ToBase64String: (bytes) => text(bytes.toString('base64')) };`,
};

const php: Port = {
  signs: [
    [/^<\?php/, ''],
    [/\bfunction (\w+)\(([^)]*)\): string/g, 'function $1($2)'],
    [/\(string\)|\bstring (?=\$)/g, ''],
    [/\[('sub'[^\]]*)\]/g, '({$1})'],
    [/\bfn \(\)/g, '()'],
    [/^ +(\$\w+) = /gm, 'const $1 = '],
    [/->/g, '.'],
    [/ \. /g, ' + '],
  ],
  of: ' => ',
  library: `
const BINH_LUAN_KEY = given.BINH_LUAN_KEY;
const time = () => now();
const base64_encode = (bytes) => Buffer.from(bytes).toString('base64');
const json_encode = JSON.stringify;
const strtr = (text, from, to) => [...text].map((sign) => to[from.indexOf(sign)] ?? sign).join('');
const rtrim = (text, sign) => text.replace(new RegExp(sign + '+$'), '');
const hash_hmac = (hash, text, key) => hmac(hash, key, text);
const add_action = () => undefined;`,
};

/** Runs an example, and what is to be asked of it then. */
function run(
  { signs, of, library }: Port,
  code: string,
  asked: string,
  given: Record<string, string>,
): string {
  const written = signs.reduce((text, [sign, ours]) => text.replace(sign, ours), code);
  const body = written.replace(/\(\{.*?\}\)/g, (fields) => fields.replaceAll(of, ': '));
  const hmac = (hash: string, key: string, text: string) => createHmac(hash, key).update(text).digest();
  const now = () => Math.floor(Date.now() / 1000);
  const program = new Function(
    'given',
    'hmac',
    'now',
    'Buffer',
    `${library}\n${body}\nreturn String(${asked});`,
  );
  return program(given, hmac, now, Buffer);
}

export const runCsharp = run.bind(undefined, csharp);
export const runPhp = run.bind(undefined, php);
