import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { StartupError } from './startup-error';

/**
 * Opens the port.
 * @returns the address to open in a browser
 * @throws StartupError if the port or the address cannot be used
 */
export async function listen(app: NestFastifyApplication, port: number, host: string): Promise<string> {
  try {
    await app.init();
    await app.getHttpAdapter().getInstance().listen({ port, host }); // Nest's listen() would also log the error
  } catch (error) {
    const message = MESSAGES[(error as NodeJS.ErrnoException).code ?? ''];
    throw message ? new StartupError(message(port, host), { cause: error }) : error;
  }
  const address = app.getHttpServer().address();
  const actualPort = typeof address === 'object' && address ? address.port : port;
  return `http://${LOCAL_HOSTS.includes(host) ? 'localhost' : host.includes(':') ? `[${host}]` : host}:${actualPort}`;
}

/** Addresses that a browser on this machine reaches as `localhost`. */
const LOCAL_HOSTS = ['127.0.0.1', '0.0.0.0', '::', '::1'];

const MESSAGES: Readonly<Record<string, (port: number, host: string) => string>> = {
  EADDRINUSE: (port, host) =>
    `Port ${port} on ${host} is in use. Stop the process that uses it, or set PORT to another port.`,
  EACCES: (port, host) => `This user may not open port ${port} on ${host}. Set PORT to another port.`,
  EADDRNOTAVAIL: (_port, host) => `HOST is ${host}, which is not an address of this machine.`,
  ENOTFOUND: (_port, host) => `HOST is ${host}, which is not an address of this machine.`,
};
