import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { stopAllProcesses } from '@docket/testing';
import { Server } from './support/server';

afterEach(() => stopAllProcesses('SIGKILL'));

/** The ErrorResponse message of PostgreSQL's protocol, which refuses a connection. */
function errorResponse(fields: Readonly<Record<string, string>>): Buffer {
  const text = `${Object.entries(fields)
    .map(([type, value]) => `${type}${value}\0`)
    .join('')}\0`;
  const message = Buffer.alloc(5 + Buffer.byteLength(text));
  message.write('E');
  message.writeInt32BE(message.length - 1, 1);
  message.write(text, 5);
  return message;
}

it.each(['unsupported startup parameter: options', 'unsupported startup parameter in options: work_mem'])(
  'explains the refusal of a PgBouncer: %s',
  async (refusal) => {
    const pooler = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.once('data', () => socket.end(errorResponse({ S: 'FATAL', C: '08P01', M: refusal })));
    }).listen(0, '127.0.0.1');
    await once(pooler, 'listening');
    const { port } = pooler.address() as AddressInfo;

    const server = new Server({ DATABASE_URL: `postgres://desk:secret@127.0.0.1:${port}/desk`, ACCESS: 'open' });

    expect(await server.ended).toBe(1);
    expect(server.output).toContain('This is PgBouncer');
    expect(server.output).toContain('Set DATABASE_POOLER to "transaction".');
    expect(server.output).not.toContain('secret');
    pooler.close();
  },
);
