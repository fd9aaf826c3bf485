import pg, { type Client } from 'pg';

/** Time for the request to reach the server, in milliseconds. A statement that it does not reach ends by statement_timeout. */
const REQUEST_TIMEOUT_MS = 1000;

/** Fields of a `pg` client that its type declarations omit. */
interface Session {
  readonly processID: number | null;
  readonly secretKey: number | Buffer | null;
  readonly ssl: object | boolean;
}

/** A connection of `pg` before its session starts. */
interface CancelConnection extends NodeJS.EventEmitter {
  readonly stream: NodeJS.EventEmitter & { destroy(): void };
  connect(portOrPath: number | string, host?: string): void;
  cancel(processID: number, secretKey: unknown): void;
}

type ConnectionClass = new (config: { readonly ssl: object | boolean }) => CancelConnection;

/**
 * Asks the server to cancel the statement that a client runs, over a connection of its own, as the protocol requires. The server answers
 * by closing that connection, once it has passed the request on.
 * @returns a promise that resolves then, or after a second. It never rejects
 */
export function requestCancel(client: Client): Promise<void> {
  const { processID, secretKey, ssl } = client as unknown as Session;
  if (processID === null) return Promise.resolve();
  const connection = new (pg.Connection as unknown as ConnectionClass)({ ssl });
  return new Promise((resolve) => {
    const timer = setTimeout(end, REQUEST_TIMEOUT_MS);
    function end(): void {
      clearTimeout(timer);
      connection.stream.destroy();
      resolve();
    }
    connection.on('error', end).on('end', end);
    connection.on(ssl ? 'sslconnect' : 'connect', () => connection.cancel(processID, secretKey));
    if (client.host.startsWith('/')) connection.connect(`${client.host}/.s.PGSQL.${client.port}`);
    else connection.connect(client.port, client.host);
  });
}
