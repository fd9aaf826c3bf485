import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import { text } from 'node:stream/consumers';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

export interface RawResponse {
  readonly status: number;
  /** The status line and the headers. */
  readonly head: string;
  readonly body: string;
}

/** Sends raw bytes to a listening API, and reads until it closes the connection. For requests that no HTTP client would send. */
export async function sendRaw(app: NestFastifyApplication, bytes: string | Buffer): Promise<RawResponse> {
  const { port } = app.getHttpServer().address() as AddressInfo;
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  socket.write(bytes);
  const response = await text(socket);
  const [head = '', ...body] = response.split('\r\n\r\n');
  return { status: Number(head.split(' ', 2)[1]), head, body: body.join('\r\n\r\n') };
}

/** A request without a body, as text. The server closes the connection after its response. */
export function rawRequest(target: string, headers: readonly string[], method = 'GET'): string {
  return [`${method} ${target} HTTP/1.1`, ...headers, 'Connection: close', '', ''].join('\r\n');
}
