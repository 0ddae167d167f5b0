// The thread of `aside.ts`: it reads what takes a while, so that nobody else who is served waits for it.
import { parentPort, workerData } from 'node:worker_threads';
import { connectToRead } from '../connection.ts';
import { Link } from '../link.ts';
import { type Answer, type ReadOrder, sendable } from '../orders.ts';
import { readTimed } from './pace.ts';

const file: string = workerData;
const link = new Link(() => connectToRead(file));

parentPort?.on('message', (order: ReadOrder) => {
  parentPort?.postMessage(answer(order));
  if (order.kind === 'end') parentPort?.close();
});

function answer(order: ReadOrder): Answer {
  const { number } = order;
  try {
    return { number, value: order.kind === 'read' ? readTimed(link, order.statements) : link.close() };
  } catch (error) {
    return { number, error: sendable(error) };
  }
}
