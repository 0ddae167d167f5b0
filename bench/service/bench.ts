import type { Client } from '../client.ts';
import type { Server } from '../server.ts';
import type { Folder } from './folder.ts';
import type { Machine } from './machine.ts';
import type { Row } from './report.ts';

/** What is looked at, and whether in short. */
export interface Subject {
  quick: boolean;
  folder: Folder;
  machine: Machine;
}

/** The service as it runs. */
export interface Bench extends Subject {
  server: Server;
  client: Client;
}

/** One part of the table; gives its rows as they are known. */
export type Part = (bench: Bench) => AsyncGenerator<Row>;
