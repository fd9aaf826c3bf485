import { type IncomingMessage, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestApp } from './test-app';

/** Sends a GET request over the network, and returns the response when its headers have arrived. Does not read the body. */
export async function openResponse(
  { app }: Pick<TestApp, 'app'>,
  path: string,
  headers: Record<string, string> = {},
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    void portOf(app).then((port) => get({ port, path, headers, agent: false }, resolve).on('error', reject), reject);
  });
}

/** The port of an API. Starts listening unless it already does. */
export async function portOf(app: TestApp['app']): Promise<number> {
  const server = app.getHttpServer();
  if (!server.listening) await app.listen(0, '127.0.0.1');
  return (server.address() as AddressInfo).port;
}
