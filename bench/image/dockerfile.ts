import { readFileSync } from 'node:fs';

export interface Instruction {
  name: string;
  /** What follows the name, with lines that go on made one. */
  words: string;
}

/** What is built from one base; the last one is the image. */
export interface Stage {
  base: string;
  steps: Instruction[];
}

export function readStages(file: string | URL): Stage[] {
  const stages: Stage[] = [];
  for (const { name, words } of readInstructions(readFileSync(file, 'utf8'))) {
    if (name === 'FROM') stages.push({ base: words.split(' ')[0] ?? '', steps: [] });
    else stages.at(-1)?.steps.push({ name, words });
  }
  return stages;
}

function readInstructions(text: string): Instruction[] {
  const lines = text
    .replaceAll(/^#.*\n/gm, '')
    .replaceAll('\\\n', ' ')
    .split('\n')
    .filter(Boolean);
  return lines.map((line) => {
    const [name = '', ...words] = line.split(/\s+/);
    return { name, words: words.join(' ') };
  });
}

/** What all steps of one name say. */
export function wordsOf({ steps }: Stage, name: string): string[] {
  return steps.filter((step) => step.name === name).map(({ words }) => words);
}

/** What is copied where, from this folder or from an earlier stage. */
export function copiesOf(stage: Stage) {
  return wordsOf(stage, 'COPY').map((words) => {
    const parts = words.split(' ').filter((part) => !part.startsWith('--'));
    return { from: parts.slice(0, -1), to: parts.at(-1) ?? '', isOfStage: words.includes('--from=') };
  });
}

/** The variables of an image. */
export function environmentOf(stage: Stage): Record<string, string> {
  const pairs = wordsOf(stage, 'ENV').flatMap((words) => words.split(' '));
  return Object.fromEntries(pairs.map((pair) => pair.split('=', 2)));
}

/** The command that says whether a container is well; an engine runs it as it runs the container's own. */
export function healthCheckOf(stage: Stage): string[] {
  const [words = ''] = wordsOf(stage, 'HEALTHCHECK');
  return JSON.parse(words.slice(words.indexOf('CMD ') + 4));
}

/** What a container runs. */
export function commandOf(stage: Stage): string[] {
  return JSON.parse(wordsOf(stage, 'CMD')[0] ?? '[]');
}
