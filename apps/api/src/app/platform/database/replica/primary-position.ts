import type { DataSource } from 'typeorm';
import type { ChangeBell } from '../bell/change-bell';
import { type WalPosition, parseWalPosition } from './wal-position';

/**
 * How long a position is used, in milliseconds, if the bell does not ring: writers may bypass the API. A read from a replica is at most
 * this much older than the primary.
 */
const MAX_AGE_MS = 1000;

/** Where the log of the primary ended, at the last ring of the bell or later: what screens have been told is before that position. */
export class PrimaryPosition {
  private current?: Promise<WalPosition>;
  private readAt = -Infinity;
  private readonly stop: () => void;

  constructor(
    private readonly primary: DataSource,
    bell: ChangeBell,
  ) {
    this.stop = bell.listen(() => (this.current = undefined));
  }

  /**
   * A position that includes every change that a client may know of.
   * @param known the position of a change that the client has made. A later one than that of the primary is not believed
   */
  async including(known = 0n): Promise<WalPosition> {
    const isFresh = performance.now() - this.readAt < MAX_AGE_MS;
    const position = await ((isFresh && this.current) || this.read());
    return known <= position ? position : this.read();
  }

  /** The position of now. */
  read(): Promise<WalPosition> {
    this.readAt = performance.now();
    const current = readPosition(this.primary);
    current.catch(() => this.current === current && (this.current = undefined));
    return (this.current = current);
  }

  close(): void {
    this.stop();
  }
}

async function readPosition(primary: DataSource): Promise<WalPosition> {
  return parseWalPosition(await textOfPosition(primary)) ?? 0n;
}

/** The end of the primary's log, as PostgreSQL writes it. Everything that has been committed is before it. */
export async function textOfPosition(primary: DataSource): Promise<string> {
  const [row] = await primary.query<{ position: string }[]>('SELECT pg_current_wal_insert_lsn() AS position');
  return row?.position ?? '';
}
