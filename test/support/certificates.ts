import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generate } from 'selfsigned';

const day = 24 * 3_600_000;

interface Named {
  name?: string;
  /** When it ends, in milliseconds from now. */
  endsInMs?: number;
}

export interface Certificate {
  cert: string;
  key: string;
}

/** An authority for certificates that nobody knows but who is given its file by `NODE_EXTRA_CA_CERTS`. */
export async function startAuthority(folder: string) {
  const usage = { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true } as const;
  const own = await make('binh-luan tests', {
    extensions: [{ name: 'basicConstraints', cA: true, critical: true }, usage],
  });
  const file = join(folder, 'authority.pem');
  writeFileSync(file, own.cert);
  return {
    file,
    certify: ({ name = 'localhost', endsInMs = day }: Named = {}) =>
      make(name, {
        ca: own,
        notBeforeDate: new Date(Date.now() + Math.min(0, endsInMs) - day),
        notAfterDate: new Date(Date.now() + endsInMs),
        extensions: [
          { name: 'basicConstraints', cA: false },
          { name: 'subjectAltName', altNames: [{ type: 2, value: name }] },
        ],
      }),
  };
}

async function make(name: string, options: Parameters<typeof generate>[1]): Promise<Certificate> {
  const made = await generate([{ name: 'commonName', value: name }], {
    ...{ keyType: 'ec', algorithm: 'sha256' },
    ...options,
  });
  return { cert: made.cert, key: made.private };
}
