import { once } from 'node:events';
import { type Server, type Socket, connect, createServer } from 'node:net';

/** A proxy between a program and its database that simulates network failures. */
export class TcpProxy {
  private server: Server | undefined;
  private readonly sockets = new Set<Socket>();
  private silent = false;
  private port = 0;
  private watch: (chunk: Buffer) => void = () => undefined;

  constructor(private readonly target: URL) {}

  /** The target's URL through the proxy. */
  get url(): string {
    const url = new URL(this.target);
    url.hostname = '127.0.0.1';
    url.port = String(this.port);
    return url.href;
  }

  async open(): Promise<void> {
    this.silent = false;
    this.server = createServer((client) => this.forward(client));
    await once(this.server.listen(this.port, '127.0.0.1'), 'listening');
    const address = this.server.address();
    if (address && typeof address === 'object') this.port = address.port;
  }

  /** Rejects new connections and closes existing ones, like a stopped database. */
  async close(): Promise<void> {
    const closed = this.server?.listening ? once(this.server.close(), 'close') : undefined;
    this.cutAll();
    await closed;
  }

  /** Accepts connections and data but never responds, like a network that drops packets. */
  dropTraffic(): void {
    this.silent = true;
  }

  /** Forwards new connections again. Earlier ones stay lost. */
  recover(): void {
    this.silent = false;
  }

  /**
   * Holds back the traffic of all clients from the moment when one of them sends a statement.
   * @param statement a part of its text
   * @param after a part of an earlier statement, before which the text is ignored
   * @returns a promise that resolves when a client has sent the statement
   */
  stopBefore(statement: string, after = ''): Promise<void> {
    return new Promise((resolve) => {
      let isAfter = after === '';
      this.watch = (chunk) => {
        const text = chunk.toString('latin1');
        if (isAfter && text.includes(statement)) {
          this.silent = true;
          resolve();
        }
        isAfter ||= text.includes(after);
      };
    });
  }

  private forward(client: Socket): void {
    const upstream = connect({ host: this.target.hostname, port: Number(this.target.port || 5432) });
    let lost = false;
    const pass = (from: Socket, to: Socket) =>
      from.on('data', (chunk) => {
        lost ||= this.silent;
        if (!lost) to.write(chunk);
      });
    client.on('data', (chunk) => this.watch(chunk));
    pass(client, upstream);
    pass(upstream, client);
    for (const socket of [client, upstream]) {
      this.sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        this.sockets.delete(socket);
        client.destroy();
        upstream.destroy();
      });
    }
  }

  private cutAll(): void {
    for (const socket of this.sockets) socket.destroy();
  }
}
