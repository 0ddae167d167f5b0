/** How a site signs who its reader is, in the languages that sites are written in: these run in a test as they stand. */
export const signing = [
  {
    language: 'Node, jose',
    code: `import { env } from 'node:process';
import { SignJWT } from 'jose';

const key = new TextEncoder().encode(env.BINH_LUAN_KEY);

export function sign({ id, name }) {
  return new SignJWT({ name })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(id)
    .setAudience('bao-moi')
    .setIssuedAt()
    .setExpirationTime('15m')
    .sign(key);
}`,
  },
  {
    language: 'Node',
    code: `import { createHmac } from 'node:crypto';
import { env } from 'node:process';

const encode = (part) => Buffer.from(JSON.stringify(part)).toString('base64url');

export function sign({ id, name }) {
  const now = Math.floor(Date.now() / 1000);
  const claims = { sub: id, name, aud: 'bao-moi', iat: now, exp: now + 900 };
  const said = encode({ alg: 'HS256', typ: 'JWT' }) + '.' + encode(claims);
  return said + '.' + createHmac('sha256', env.BINH_LUAN_KEY).update(said).digest('base64url');
}`,
  },
  {
    language: 'PHP, WordPress',
    code: `<?php
/* Plugin Name: Bình luận */

function binh_luan_encode(string $bytes): string {
    return rtrim(strtr(base64_encode($bytes), '+/', '-_'), '=');
}

function binh_luan_sign(string $id, string $name): string {
    $now = time();
    $claims = ['sub' => $id, 'name' => $name, 'aud' => 'bao-moi', 'iat' => $now, 'exp' => $now + 900];
    $said = binh_luan_encode('{"alg":"HS256","typ":"JWT"}') . '.' . binh_luan_encode(json_encode($claims));
    return $said . '.' . binh_luan_encode(hash_hmac('sha256', $said, BINH_LUAN_KEY, true));
}

/* In wp-config.php: define('BINH_LUAN_KEY', '…'); */
function binh_luan_token(): string {
    $reader = wp_get_current_user();
    return $reader->exists() ? binh_luan_sign((string) $reader->ID, $reader->display_name) : '';
}

add_action('wp_ajax_binh_luan', fn () => wp_die(binh_luan_token()));
add_action('wp_ajax_nopriv_binh_luan', fn () => wp_die(''));`,
  },
  {
    language: 'Python, PyJWT',
    code: `import os
import time

import jwt


def sign(reader_id, name):
    now = int(time.time())
    claims = {"sub": reader_id, "name": name, "aud": "bao-moi", "iat": now, "exp": now + 900}
    return jwt.encode(claims, os.environ["BINH_LUAN_KEY"], algorithm="HS256")`,
  },
  {
    language: 'Python',
    code: `import base64
import hashlib
import hmac
import json
import os
import time


def encode(octets):
    return base64.urlsafe_b64encode(octets).rstrip(b"=").decode()


def sign(reader_id, name):
    now = int(time.time())
    claims = {"sub": reader_id, "name": name, "aud": "bao-moi", "iat": now, "exp": now + 900}
    said = encode(b'{"alg":"HS256","typ":"JWT"}') + "." + encode(json.dumps(claims).encode())
    key = os.environ["BINH_LUAN_KEY"].encode()
    return said + "." + encode(hmac.new(key, said.encode(), hashlib.sha256).digest())`,
  },
  {
    language: 'C#',
    code: `using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

static class BinhLuan
{
    static readonly string Key = Environment.GetEnvironmentVariable("BINH_LUAN_KEY");

    public static string Sign(string id, string name)
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        var header = new { alg = "HS256", typ = "JWT" };
        var claims = new { sub = id, name = name, aud = "bao-moi", iat = now, exp = now + 900 };
        var said = Encode(JsonSerializer.SerializeToUtf8Bytes(header)) + "." + Encode(JsonSerializer.SerializeToUtf8Bytes(claims));
        return said + "." + Encode(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Key), Encoding.UTF8.GetBytes(said)));
    }

    static string Encode(byte[] bytes)
    {
        return Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
    }
}`,
  },
] as const;
