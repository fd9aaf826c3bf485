import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { openPort } from './open-port';

/**
 * Opens the port.
 * @returns the address to open in a browser
 * @throws StartupError if the port or the address cannot be used
 */
export async function listen(app: NestFastifyApplication, port: number, host: string): Promise<string> {
  await app.init();
  const fastify = app.getHttpAdapter().getInstance();
  // Nest's listen() would also log the error
  await openPort(() => fastify.listen({ port, host }), { port, host, names: { port: 'PORT', host: 'HOST' } });
  const address = app.getHttpServer().address();
  const actualPort = typeof address === 'object' && address ? address.port : port;
  return `http://${LOCAL_HOSTS.includes(host) ? 'localhost' : host.includes(':') ? `[${host}]` : host}:${actualPort}`;
}

/** Addresses that a browser on this machine reaches as `localhost`. */
const LOCAL_HOSTS = ['127.0.0.1', '0.0.0.0', '::', '::1'];
