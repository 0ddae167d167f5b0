import { createServer } from 'node:http';

/** Takes whatever it is told, as a receiver of webhooks does. */
createServer((request, response) => {
  request.resume();
  request.on('end', () => response.writeHead(request.url === '/readyz' ? 200 : 204).end());
}).listen(Number(process.env.PORT), '127.0.0.1');
