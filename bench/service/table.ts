import { connect } from '../client.ts';
import type { Part, Subject } from './bench.ts';
import { captchaRows } from './captchas.ts';
import { crowdRows } from './crowds.ts';
import { earlierFigures } from './earlier.ts';
import { countComments, prepareFolder } from './folder.ts';
import { bodyRows } from './large-bodies.ts';
import { listRows } from './lists.ts';
import { lookAtMachine, machineText } from './machine.ts';
import { memoryRows } from './memory.ts';
import { type Options, readOptions } from './options.ts';
import { pictureRows } from './pictures.ts';
import { postingRows } from './posting.ts';
import { readingRows } from './reading.ts';
import { isReached, printHead, printRow, type Row } from './report.ts';
import { keepResults } from './results.ts';
import { startService } from './service.ts';
import { signInRows } from './sign-ins.ts';
import { startRows } from './starts.ts';
import { tellingRows } from './telling.ts';
import { waitRows } from './waits.ts';
import { weightRows } from './weights.ts';

/** In this order, since the memory is that after the load and before the attacks. */
const parts: Readonly<Record<string, Part>> = {
  lists: listRows,
  posting: postingRows,
  telling: tellingRows,
  reading: readingRows,
  waits: waitRows,
  captchas: captchaRows,
  pictures: pictureRows,
  signing: signInRows,
  memory: memoryRows,
  weights: weightRows,
  bodies: bodyRows,
  crowds: crowdRows,
};

/** Prints how fast the service is, beside how fast it should be. */
async function printTable(options: Options): Promise<void> {
  const earlier = earlierFigures(options);
  const machine = lookAtMachine();
  const folder = prepareFolder(options);
  const subject = { quick: options.quick, folder, machine };
  const rows: Row[] = [];
  try {
    console.log(`${countComments(folder)} comments; 32 connections; ${machineText(machine)}\n`);
    printHead();
    for await (const row of allRows(subject, options.only)) {
      printRow(row, earlier.get(row.what));
      rows.push(row);
    }
    console.log(`\nthe figures are in ${keepResults(subject, rows)}`);
    process.exitCode = rows.every(isReached) ? 0 : 1;
  } finally {
    folder.remove();
  }
}

async function* allRows(subject: Subject, only: string): AsyncGenerator<Row> {
  if ('starts'.includes(only)) yield* startRows(subject);
  const server = await startService(subject.folder, subject.folder.path);
  const client = connect(server.url);
  try {
    for (const [name, part] of Object.entries(parts)) {
      if (name.includes(only)) yield* part({ ...subject, server, client });
    }
  } finally {
    client.close();
    await server.stop();
  }
}

await printTable(readOptions());
