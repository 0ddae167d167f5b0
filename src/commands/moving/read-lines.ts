import { splitLines } from '../../language/lines.ts';
import { type Kind, kinds, type Moved } from '../../store/moved/rows.ts';
import { footer, header } from './lines.ts';
import { Sealer } from './seal.ts';
import { shapes } from './shapes.ts';

/** A row, the number of the line that it stands in, and how long that is. */
export type ReadRow = { [One in Kind]: { kind: One; row: Moved[One]; line: number; length: number } }[Kind];

/** The rows of an export, each once its line has proved whole; throws an Error that names the first line that is not. */
export async function* readRows(input: AsyncIterable<Uint8Array>): AsyncGenerator<ReadRow> {
  const sealer = new Sealer();
  const counts: Record<string, number> = {};
  let [line, ended] = [0, false];
  for await (const text of splitLines(input, 'this is not an export: its lines have no end')) {
    line += 1;
    if (ended) throw new Error(`line ${line} comes after the last one`);
    const opened = sealer.open(text);
    if (line === 1) requireHeader(text, opened);
    else if (!opened) throw new Error(`line ${line} was cut or altered, or the one before it is missing`);
    else if (footer.safeParse(opened).success) ended = true;
    else if (isOfBefore(opened)) continue;
    else {
      const row = { ...toRow(opened, line), length: text.length } as ReadRow;
      counts[row.kind] = (counts[row.kind] ?? 0) + 1;
      yield row;
    }
  }
  if (!ended) throw new Error(`the file ends with line ${line}, before its last line: it was cut`);
}

function requireHeader(text: string, opened: unknown): void {
  if (header.safeParse(opened).success) return;
  const isOurs = text.startsWith('{"format":"binh-luan"');
  throw new Error(
    isOurs
      ? 'line 1 was altered, or is of a newer program than this one'
      : 'line 1 is not the first line of an export of binh-luan',
  );
}

/** What older programs exported, and this one makes anew: the words that a site's filter had counted. */
function isOfBefore(opened: unknown): boolean {
  return Object(opened).kind === 'feature';
}

function toRow(opened: unknown, line: number) {
  const { kind: named, ...rest } = Object(opened);
  const kind = kinds.find((one) => one === named);
  if (!kind) throw new Error(`line ${line} is of a kind that this program does not know`);
  const parsed = shapes[kind].safeParse(rest);
  if (parsed.success) return { kind, row: parsed.data, line };
  const { path, message } = parsed.error.issues[0] ?? { path: [], message: '' };
  throw new Error(`line ${line} is no ${kind}: ${path.join('.')}: ${message}`);
}
