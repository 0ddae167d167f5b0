import { writeFileSync } from 'node:fs';
import type { Packed } from '../../src/filter/model/packed.ts';
import type { Fault } from '../../src/filter/model/score.ts';

const file = new URL('../../src/filter/model/weights.ts', import.meta.url);

/** Writes the module with both models, formatted as the rest of the project; answers its size in bytes. */
export function writeWeights(models: Record<Fault, Packed>): number {
  const module = `${header}\n${exported('abuse', models.abuse)}\n${exported('spam', models.spam)}`;
  writeFileSync(file, module);
  return Buffer.byteLength(module);
}

function exported(name: string, { bias, step, slope, offset, letters }: Packed): string {
  const numbers = Object.entries({ bias, step, slope, offset }).map(
    ([key, value]) => `  ${key}: ${value},\n`,
  );
  return `export const ${name}: Packed = {\n${numbers.join('')}  letters:\n    '${letters}',\n};\n`;
}

const header = `// Written by \`npm run train\`; do not edit. Learned from parts of these collections, none of whose texts is here:
// - ViHOS (phusroyal/ViHOS), MIT
// - SafeSense-VI (ThienIT84/vietnamese-hate-speech-dataset), MIT
// - hate-speech-and-offensive-language (t-davidson), MIT
// - judol-comment-classification (gbennnn), MIT
// - YouTube Spam Collection and SMS Spam Collection (T. A. Almeida et al., UCI), CC BY 4.0
// and from sentences of this project's own, in bench/filter/lines.

import type { Packed } from './packed.ts';
`;
