import { once } from 'node:events';
import { Agent, get } from 'node:http';

/**
 * A process of its own that asks for an address at a steady pace, whatever becomes of the answers. Once it is told
 * to stop it tells the milliseconds that each took; what was not answered by 200 counts as the whole patience.
 */

const [, , url = '', every = '', connections = ''] = process.argv;
const patienceMs = 10_000;
const agent = connections === 'kept' ? new Agent({ keepAlive: true }) : false;

function ask(): Promise<number> {
  return new Promise((resolve) => {
    const started = performance.now();
    const fail = () => resolve(patienceMs);
    const asked = get(url, { agent, signal: AbortSignal.timeout(patienceMs) }, (answer) => {
      answer.resume();
      answer.on('error', fail);
      answer.on('end', () => (answer.statusCode === 200 ? resolve(performance.now() - started) : fail()));
    });
    asked.on('error', fail);
  });
}

process.once('disconnect', () => process.exit());
for (let turn = 0; turn < 30; turn++) await ask();
const asking: Promise<number>[] = [];
const pace = setInterval(() => asking.push(ask()), Number(every));
process.send?.('ready');
await once(process, 'message');
clearInterval(pace);
process.send?.(await Promise.all(asking));
process.disconnect();
