import {
  type IncomingMessage,
  type OutgoingHttpHeader,
  type OutgoingHttpHeaders,
  ServerResponse,
} from 'node:http';
import type { Socket } from 'node:net';

/** What the connections of a server share. */
export interface Serving {
  isStopping: boolean;
  /** What was taken in and is not answered yet. */
  open: Set<ServerResponse<IncomingMessage>>;
}

type Headers = OutgoingHttpHeaders | OutgoingHttpHeader[];

/** An answer says by itself that it is the last of its connection: while we stop, and where a body is left unread. */
export function answerOf(serving: Serving): typeof ServerResponse {
  return class Answer<Request extends IncomingMessage> extends ServerResponse<Request> {
    constructor(request: Request) {
      super(request);
      serving.open.add(this);
      this.once('close', () => serving.open.delete(this));
    }

    override writeHead(status: number, reason?: string | Headers, headers?: Headers): this {
      const isUnread = !this.req.complete;
      if (isUnread) closeGently(this.req.socket);
      if (isUnread || serving.isStopping) this.shouldKeepAlive = false;
      return typeof reason === 'string'
        ? super.writeHead(status, reason, headers)
        : super.writeHead(status, reason);
    }
  };
}

const lingerMs = 500;
const lingerBytes = 1024 * 1024;
const lookMs = 5;

/**
 * Lets whoever is still sending read the answer before the connection is cut (RFC 9112, 9.6): it is ended on our side,
 * and what comes is thrown away for a moment, up to a megabyte or so; the rest is left where it is.
 */
function closeGently(socket: Socket): void {
  socket.destroySoon = () => {
    const most = socket.bytesRead + lingerBytes;
    socket.end();
    const look = setInterval(() => socket.bytesRead > most && socket.pause(), lookMs);
    const cut = setTimeout(() => socket.destroy(), lingerMs);
    socket.once('close', () => {
      clearInterval(look);
      clearTimeout(cut);
    });
  };
}
