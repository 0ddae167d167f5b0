import { connect, type Socket } from 'node:net';

/**
 * A process of its own that keeps so many sockets open with requests that never end: one half of them in their
 * headers, the other in their bodies. It reopens what is closed and tells now and then how many are open.
 */

const [, , port = '', count = '', path = ''] = process.argv;
const wanted = Number(count);
/** Among several addresses, as one has not enough ports for those that are closed and opened again. */
const addresses = 10;
/** Few enough for the queue of those that wait to be let in. */
const atOnce = 50;

const halfHeader = 'GET /readyz HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ';
const halfBody = `POST ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: 60000\r\n\r\n{"`;
const sockets = new Set<Socket>();
const figures = { open: 0, closed: 0 };

function open(number: number): void {
  const localAddress = `127.0.1.${1 + (number % addresses)}`;
  const socket = connect({ port: Number(port), host: '127.0.0.1', localAddress });
  sockets.add(socket);
  socket.once('connect', () => {
    figures.open += 1;
    socket.once('close', () => {
      figures.open -= 1;
      figures.closed += 1;
    });
    socket.write(number % 2 === 0 ? halfHeader : halfBody);
  });
  socket.on('error', () => {});
  socket.once('close', () => sockets.delete(socket));
  socket.resume();
}

let opened = 0;
setInterval(() => {
  for (let some = 0; some < atOnce && sockets.size < wanted; some++) open(opened++);
}, 25);
setInterval(() => {
  for (const socket of sockets) if (socket.writable) socket.write('a');
}, 3000);
setInterval(() => process.send?.(figures), 100);
process.once('disconnect', () => process.exit());
