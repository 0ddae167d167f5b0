// Writes the types of the API's client anew, from what the service says of itself: `npm run client`. The generator is no
// dependency, since it wants a TypeScript of its own; npm gets both for the moment.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createApp } from '../src/package/node.ts';

const types = fileURLToPath(new URL('../src/package/api.ts', import.meta.url));
const generator = ['-p', 'openapi-typescript@7.13.0', '-p', 'typescript@5.9.3', '--', 'openapi-typescript'];

const folder = mkdtempSync(join(tmpdir(), 'binh-luan-client-'));
try {
  const description = await describe();
  const [given, made] = [join(folder, 'openapi.json'), join(folder, 'api.ts')];
  writeFileSync(given, description);
  execFileSync('npx', ['--yes', ...generator, given, '--output', made, '--default-non-nullable=false'], {
    cwd: folder,
    stdio: 'inherit',
  });
  const digest = createHash('sha256').update(description).digest('hex');
  const header = `// Made by \`npm run client\` of a description of the API with the SHA-256 ${digest}.\n`;
  writeFileSync(types, header + readFileSync(made, 'utf8'));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** The text of `/openapi.json`. */
async function describe(): Promise<string> {
  const variables = { DATA_DIR: join(folder, 'data'), PUBLIC_URL: 'http://localhost', LOG_LEVEL: 'error' };
  const { fetch, close } = await createApp(variables);
  const answer = await fetch(new Request('http://localhost/openapi.json'), {
    incoming: { socket: { remoteAddress: '127.0.0.1' } },
  });
  const text = await answer.text();
  await close();
  return text;
}
