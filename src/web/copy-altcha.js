// Puts what a browser needs of altcha-lib beside our own files for browsers; npm runs it after installing.
import { cpSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const from = new URL('../../node_modules/altcha-lib/dist/esm/v2/', import.meta.url);
const to = new URL('static/altcha/', import.meta.url);

for (const name of ['pow', 'helpers', 'types', 'workers/shared', 'algorithms/web/pbkdf2']) {
  for (const ending of ['.js', '.d.ts']) {
    cpSync(fileURLToPath(new URL(name + ending, from)), fileURLToPath(new URL(name + ending, to)));
  }
}
cpSync(
  fileURLToPath(new URL('../../node_modules/altcha-lib/LICENSE.txt', import.meta.url)),
  fileURLToPath(new URL('LICENSE.txt', to)),
);
