import { once } from 'node:events';
import { type AddressInfo, type Server, type Socket, createServer } from 'node:net';

/** A message of the PostgreSQL protocol. */
function message(type: string, body: Buffer): Buffer {
  const head = Buffer.alloc(5);
  head.write(type);
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}

const failure = (code: string) => message('E', Buffer.concat(['SERROR', `C${code}`, 'Mrefused', ''].map(text)));
const text = (value: string) => Buffer.from(`${value}\0`);
const ready = message('Z', Buffer.from('I'));

/** A row with one column, as the response to a simple query. */
function oneRow(column: string, value: string): Buffer {
  const description = Buffer.concat([Buffer.from([0, 1]), text(column), Buffer.alloc(18)]);
  description.writeInt32BE(25, 2 + column.length + 1 + 6); // type OID of text
  const length = Buffer.alloc(4);
  length.writeInt32BE(value.length);
  const row = Buffer.concat([Buffer.from([0, 1]), length, Buffer.from(value)]);
  return Buffer.concat([message('T', description), message('D', row), message('C', text('SHOW')), ready]);
}

type State = 'primary' | 'standby' | 'silent' | 'full' | 'old primary' | 'old standby' | 'outdated standby';

/**
 * A server that speaks the PostgreSQL protocol and accepts all credentials. `silent` accepts connections and never responds; `full` rejects
 * them. `old` states report themselves only when queried. `outdated standby` announces itself as a primary but tells the truth when
 * queried, as a pooler may.
 */
export class PostgresStandIn {
  readonly connections: Socket[] = [];
  /** SQLSTATE of the error for every statement; undefined to respond normally. */
  refusal: string | undefined;
  private server: Server | undefined;

  constructor(public state: State) {}

  /** Listens on a free port. @returns `127.0.0.1` and the port, in URL notation */
  async start(): Promise<string> {
    this.server = createServer((socket) => this.welcome(socket));
    await once(this.server.listen(0, '127.0.0.1'), 'listening');
    return `127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  stop(): void {
    this.server?.close();
    for (const socket of this.connections) socket.destroy();
  }

  private welcome(socket: Socket): void {
    this.connections.push(socket);
    const { state } = this;
    socket.on('error', () => undefined);
    if (state === 'silent') return;
    socket.once('data', () => {
      if (state === 'full') {
        socket.end(failure('53300'));
        return;
      }
      const reported = state.startsWith('old')
        ? []
        : [
            ['in_hot_standby', state === 'standby' ? 'on' : 'off'],
            ['default_transaction_read_only', 'off'],
          ];
      const parameters = reported.map((pair) => message('S', Buffer.concat(pair.map(text))));
      socket.write(Buffer.concat([message('R', Buffer.alloc(4)), ...parameters, ready]));
      socket.on('data', (data) => {
        if (!data.toString().startsWith('Q')) return;
        if (this.refusal) socket.write(Buffer.concat([failure(this.refusal), ready]));
        else socket.write(oneRow('transaction_read_only', state.endsWith('standby') ? 'on' : 'off'));
      });
    });
  }
}
