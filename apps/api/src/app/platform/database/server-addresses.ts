import type { Settings } from '../config/settings';
import { ServerAddress } from './hosts/server-address';

/** The addresses of a server. They differ only behind a pooler. */
export interface ServerAddresses {
  /** For requests, maybe through a pooler. */
  readonly pooled: ServerAddress;
  /** For migrations, LISTEN and commands, which need a session. Equals `pooled` without DATABASE_DIRECT_URL. */
  readonly direct: ServerAddress;
}

const known = new WeakMap<Settings, ServerAddresses>();

/**
 * The server of the settings; undefined for the embedded database. The same settings have the same addresses, so that all connections of
 * a process know which host worked last.
 */
export function serverAddresses(settings: Settings): ServerAddresses | undefined {
  const { DATABASE_URL, DATABASE_POOLER, DATABASE_DIRECT_URL } = settings;
  if (!DATABASE_URL) return undefined;
  const found = known.get(settings);
  if (found) return found;
  const pooled = new ServerAddress(DATABASE_URL, DATABASE_POOLER === 'transaction');
  const direct = DATABASE_DIRECT_URL ? new ServerAddress(DATABASE_DIRECT_URL, false, 'DATABASE_DIRECT_URL') : pooled;
  const addresses = { pooled, direct };
  known.set(settings, addresses);
  return addresses;
}
