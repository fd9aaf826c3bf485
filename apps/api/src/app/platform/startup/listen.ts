import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { StartupError } from './startup-error';

/**
 * Opens the port.
 * @returns the address to open in a browser
 * @throws StartupError when the port or the address cannot be had
 */
export async function listen(app: NestFastifyApplication, port: number, host: string): Promise<string> {
  try {
    await app.init();
    await app.getHttpAdapter().getInstance().listen({ port, host }); // Nest's own would log a failure as well
  } catch (error) {
    const problem = PROBLEMS[(error as NodeJS.ErrnoException).code ?? ''];
    throw problem ? new StartupError(problem(port, host), { cause: error }) : error;
  }
  const address = app.getHttpServer().address();
  const actualPort = typeof address === 'object' && address ? address.port : port;
  return `http://${LOCAL.includes(host) ? 'localhost' : host.includes(':') ? `[${host}]` : host}:${actualPort}`;
}

/** Addresses that are, or include, this machine's own. */
const LOCAL = ['127.0.0.1', '0.0.0.0', '::', '::1'];

const PROBLEMS: Readonly<Record<string, (port: number, host: string) => string>> = {
  EADDRINUSE: (port, host) => `Port ${port} on ${host} is in use. Stop what uses it, or set PORT to another one.`,
  EACCES: (port, host) => `Port ${port} on ${host} may not be opened by this user. Set PORT to another one.`,
  EADDRNOTAVAIL: (_port, host) => `HOST is ${host}, which is no address of this machine.`,
  ENOTFOUND: (_port, host) => `HOST is ${host}, which is no address of this machine.`,
};
