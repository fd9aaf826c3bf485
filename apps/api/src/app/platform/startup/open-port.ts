import { StartupError } from './startup-error';

/** An address to listen on, and the settings that name it. */
export interface PortAddress {
  readonly port: number;
  readonly host: string;
  readonly names: { readonly port: string; readonly host: string };
}

/**
 * Opens a port.
 * @param open starts to listen
 * @throws StartupError if the port or the address cannot be used
 */
export async function openPort(open: () => Promise<unknown>, address: PortAddress): Promise<void> {
  try {
    await open();
  } catch (error) {
    const message = MESSAGES[(error as NodeJS.ErrnoException).code ?? ''];
    throw message ? new StartupError(message(address), { cause: error }) : error;
  }
}

const notAnAddress = ({ host, names }: PortAddress) =>
  `${names.host} is ${host}, which is not an address of this machine.`;

const MESSAGES: Readonly<Record<string, (address: PortAddress) => string>> = {
  EADDRINUSE: ({ port, host, names }) =>
    `Port ${port} on ${host} is in use. Stop the process that uses it, or set ${names.port} to another port.`,
  EACCES: ({ port, names }) => `This user may not open port ${port}. Set ${names.port} to another port.`,
  EADDRNOTAVAIL: notAnAddress,
  ENOTFOUND: notAnAddress,
};
