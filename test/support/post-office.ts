import { Buffer } from 'node:buffer';
import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { onTestFinished } from 'vitest';

export interface Posted {
  /** As the envelope says. */
  from: string;
  to: string[];
  raw: string;
  mail: ParsedMail;
}

/** A real mail server on this machine that keeps what it is given; `refuse` may say why it takes nothing. */
export async function openPostOffice(given: { port?: number } = {}) {
  const received: Posted[] = [];
  const office = {
    received,
    url: '',
    port: 0,
    /** Whether it knows no such sender as us. */
    isStranger: false,
    refuse: (_to: string): number | undefined => undefined,
    close,
  };
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    onMailFrom(_address, _, done) {
      done(office.isStranger ? Object.assign(new Error('no'), { responseCode: 550 }) : undefined);
    },
    onRcptTo({ address }, _, done) {
      const code = office.refuse(address);
      done(code ? Object.assign(new Error('no'), { responseCode: code }) : undefined);
    },
    onData(stream, { envelope }, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', async () => {
        const raw = Buffer.concat(chunks);
        const { mailFrom, rcptTo } = envelope;
        received.push({
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map(({ address }) => address),
          raw: raw.toString('latin1'),
          mail: await simpleParser(raw),
        });
        done();
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(given.port ?? 0, '127.0.0.1', () => resolve()));
  office.port = (server.server.address() as AddressInfo).port;
  office.url = `smtp://127.0.0.1:${office.port}`;
  async function close() {
    for (const socket of server.connections) (socket as unknown as { close(): void }).close();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  }
  onTestFinished(close);
  return office;
}
